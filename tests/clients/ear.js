// SPDX-License-Identifier: GPL-2.0-or-later
// Counts what passes: tells how many frames, how many of them are not zero, and the length of each
// period of the tone, as hear.py does it for programs that are no browsers.
const REPORT_FRAMES = 4800;
const QUANTUM = 128;

class Ear extends AudioWorkletProcessor {
    constructor() {
        super();
        this.at = 0;  // frames since the beginning
        this.peak = 0;
        this.rise = null;
        this.low = false;
        this.before = 0;
        this.clear();
    }

    clear() {
        this.heard = {frames: 0, sounding: 0, peak: 0, periods: []};
    }

    period(sample) {
        // The loudest of the last moments: a tone that begins or ends has a new level.
        this.peak = Math.max(this.peak * 0.9999, Math.abs(sample));
        if (this.low && sample > 0) {
            const now = this.at - sample / (sample - this.before);
            if (this.rise !== null)
                this.heard.periods.push(now - this.rise);
            this.rise = now;
            this.low = false;
        } else if (sample < -this.peak / 4) {
            this.low = true;
        }
        this.before = sample;
        this.at++;
    }

    // Without making objects: this runs in the browser's audio thread.
    process(inputs) {
        const channels = inputs[0];  // none at all is silence, too
        const count = channels.length ? channels[0].length : QUANTUM;
        for (let i = 0; i < count; i++) {
            let loudest = 0;
            for (let c = 0; c < channels.length; c++)
                loudest = Math.max(loudest, Math.abs(channels[c][i]));
            this.heard.peak = Math.max(this.heard.peak, loudest);
            this.heard.sounding += loudest !== 0;
            this.period(channels.length ? channels[0][i] : 0);
        }
        this.heard.frames += count;
        if (this.heard.frames >= REPORT_FRAMES) {
            this.port.postMessage({...this.heard, time: Date.now()});
            this.clear();
        }
        return true;
    }
}

registerProcessor("ear", Ear);
