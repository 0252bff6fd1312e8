# 6.1.0-56-amd64, what applications ask
card dummy-rw
# arecord -f cd
refine access=ffffffff,ffffffff format=ffffffff,ffffffff subformat=ffffffff,ffffffff
0 access=8 format=6 subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... format=4 rmask=2 info=80040100
0 sample_bits=[16]i frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_time=(333,5957819) buffer_size=[16,32768]i rmask=0 info=40100 msbits=16
refine ... channels=[2]i rmask=400 info=80040100
0 frame_bits=[32]i period_time=(333,2978910) period_size=[16,16384]i buffer_time=(333,2978910) buffer_size=[16,16384]i rmask=0 info=40100
refine ... rate=[44100,48000] rmask=800 info=80040100
0 period_time=(333,371520) buffer_time=(333,371520) rmask=0 info=40100
refine ... rate=[44100] rmask=800 info=80040100
0 rate=[44100]i period_time=(362,371520) buffer_time=(362,371520) rmask=0 info=40100 rate_num=44100 rate_den=1
refine ... period_time=[92880,371520) rmask=1000 info=80040100
0 period_time=(92902,371520) period_size=[4097,16384]i period_bytes=[16388,65536] periods=[1,4) buffer_time=(92902,371520) buffer_size=[4097,16384]i buffer_bytes=[16388,65536]i rmask=0 info=40100
refine ... period_time=(362,92880) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=1000 info=80040100
0 period_size=[16,4096]i period_bytes=[64,16384] rmask=0 info=40100
refine ... period_time=[92879,92880) rmask=1000 info=80040100
0 period_time=(92879,92880) period_size=[4096]i period_bytes=[16384]i periods=[1,4] buffer_time=(92879,371520) buffer_size=[4096,16384]i buffer_bytes=[16384,65536]i rmask=0 info=40100
refine ... buffer_time=[371519,371520) rmask=10000 info=80040100
0 periods=[4]i buffer_time=(371519,371520) buffer_size=[16384]i buffer_bytes=[65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# arecord mono 16 kHz
refine ... frame_bits=[16,32]i channels=[1]i rate=[5500,48000] period_time=(333,5957819) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,5957819) buffer_size=[16,32768]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=400 cmask=7ff07 info=80040100 rate_num=0 rate_den=0
0 frame_bits=[16]i period_time=(666,5957819) period_size=[32,32768]i buffer_time=(666,5957819) buffer_size=[32,32768]i rmask=0 info=40100
refine ... rate=[16000,48000] rmask=800 info=80040100
0 period_time=(666,2048000] buffer_time=(666,2048000] rmask=0 info=40100
refine ... rate=[16000] rmask=800 info=80040100
0 rate=[16000]i period_time=[2000,2048000] buffer_time=[2000,2048000] rmask=0 info=40100 rate_num=16000 rate_den=1
refine ... period_time=[125000,2048000] rmask=1000 info=80040100
0 period_size=[2000,32768]i period_bytes=[4000,65536] periods=[1,17) buffer_time=[125000,2048000] buffer_size=[2000,32768]i buffer_bytes=[4000,65536]i rmask=0 info=40100
refine ... period_time=[125000] rmask=1000 info=80040100
0 period_time=[125000]i period_size=[2000]i period_bytes=[4000]i rmask=0 info=40100
refine ... buffer_time=[500000,2048000] rmask=10000 info=80040100
0 periods=[4,17) buffer_size=[8000,32768]i buffer_bytes=[16000,65536]i rmask=0 info=40100
refine ... buffer_time=[500000] rmask=10000 info=80040100
0 periods=[4]i buffer_time=[500000]i buffer_size=[8000]i buffer_bytes=[16000]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# arecord, short periods
refine ... frame_bits=[32]i channels=[2]i rate=[48000] period_time=(333,2978910) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,2978910) buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,341334) buffer_time=(333,341334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... period_time=[5000,341334) rmask=1000 info=80040100
0 period_size=[240,16384]i period_bytes=[960,65536] periods=[1,69) buffer_time=[5000,341334) buffer_size=[240,16384]i buffer_bytes=[960,65536]i rmask=0 info=40100
refine ... period_time=[5000] rmask=1000 info=80040100
0 period_time=[5000]i period_size=[240]i period_bytes=[960]i rmask=0 info=40100
refine ... buffer_time=[20000,341334) rmask=10000 info=80040100
0 periods=[4,69) buffer_size=[960,16384]i buffer_bytes=[3840,65536]i rmask=0 info=40100
refine ... buffer_time=[20000] rmask=10000 info=80040100
0 periods=[4]i buffer_time=[20000]i buffer_size=[960]i buffer_bytes=[3840]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# arecord, sizes
# arecord --dump-hw-params
refine access=8 format=2 subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=2 cmask=7ff07 info=80040100
0 sample_bits=[8]i frame_bits=[8,16]i period_time=(666,11915637) period_size=[32,65536]i buffer_time=(666,11915637) buffer_size=[32,65536]i rmask=0 info=40100 msbits=8
refine ... channels=[1]i rmask=400 info=80040100
0 frame_bits=[8]i period_time=(1333,11915637) period_size=[64,65536]i buffer_time=(1333,11915637) buffer_size=[64,65536]i rmask=0 info=40100
refine ... rate=[8000,48000] rmask=800 info=80040100
0 period_time=(1333,8192000] buffer_time=(1333,8192000] rmask=0 info=40100
refine ... rate=[8000] rmask=800 info=80040100
0 rate=[8000]i period_time=[8000,8192000] buffer_time=[8000,8192000] rmask=0 info=40100 rate_num=8000 rate_den=1
refine ... period_time=[125000,8192000] rmask=1000 info=80040100
0 period_size=[1000,65536]i period_bytes=[1000,65536] periods=[1,66) buffer_time=[125000,8192000] buffer_size=[1000,65536]i buffer_bytes=[1000,65536]i rmask=0 info=40100
refine ... period_time=[125000] rmask=1000 info=80040100
0 period_time=[125000]i period_size=[1000]i period_bytes=[1000]i rmask=0 info=40100
refine ... buffer_time=[500000,8192000] rmask=10000 info=80040100
0 periods=[4,66) buffer_size=[4000,65536]i buffer_bytes=[4000,65536]i rmask=0 info=40100
refine ... buffer_time=[500000] rmask=10000 info=80040100
0 periods=[4]i buffer_time=[500000]i buffer_size=[4000]i buffer_bytes=[4000]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# arecord through plug
refine access=8 format=6 subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=800 cmask=7ff07 info=80040100
0 rate=[5500]i period_time=(2909,11915637) buffer_time=(2909,11915637) rmask=0 info=40100 rate_num=5500 rate_den=1
refine ... rate=[48000] period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,1365334) buffer_time=(333,1365334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... channels=[1,4294967295]i rate=[5500,48000] period_time=(333,11915637) buffer_time=(333,11915637) rmask=400 info=80040100 rate_num=0 rate_den=0
0 channels=[1,2]i rmask=0 info=40100
refine ... channels=[1]i rmask=400 info=80040100
0 frame_bits=[8,16]i period_time=(666,11915637) period_size=[32,65536]i buffer_time=(666,11915637) buffer_size=[32,65536]i rmask=0 info=40100
refine ... frame_bits=[8,32]i channels=[2]i period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i rmask=400 info=80040100
0 frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_time=(333,5957819) buffer_size=[16,32768]i rmask=0 info=40100
refine ... frame_bits=[8,32]i channels=[1,2]i period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i info=80040100
0 info=40100
refine ... format=2 sample_bits=[8]i frame_bits=[8,16]i period_time=(666,11915637) period_size=[32,65536]i buffer_time=(666,11915637) buffer_size=[32,65536]i info=80040100 msbits=8
0 info=40100
refine ... rate=[5500] rmask=800 info=80040100
0 rate=[5500]i period_time=(5818,11915637) buffer_time=(5818,11915637) rmask=0 info=40100 rate_num=5500 rate_den=1
refine ... rate=[48000] period_time=(666,11915637) buffer_time=(666,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(666,1365334) buffer_time=(666,1365334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... channels=[2]i rate=[5500,48000] period_time=(666,11915637) buffer_time=(666,11915637) rmask=400 info=80040100 rate_num=0 rate_den=0
0 frame_bits=[16]i period_time=(666,5957819) period_size=[32,32768]i buffer_time=(666,5957819) buffer_size=[32,32768]i rmask=0 info=40100
refine ... sample_bits=[8,16]i frame_bits=[8,16]i channels=[1]i period_time=(666,11915637) period_size=[32,65536]i buffer_time=(666,11915637) buffer_size=[32,65536]i rmask=2 info=80040100 msbits=0
0 sample_bits=[8]i frame_bits=[8]i period_time=(1333,11915637) period_size=[64,65536]i buffer_time=(1333,11915637) buffer_size=[64,65536]i rmask=0 info=40100 msbits=8
refine ... info=80040100
0 info=40100
refine ... rate=[5500] rmask=800 info=80040100
0 rate=[5500]i period_time=(11636,11915637) buffer_time=(11636,11915637) rmask=0 info=40100 rate_num=5500 rate_den=1
refine ... rate=[48000] period_time=(1333,11915637) buffer_time=(1333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(1333,1365334) buffer_time=(1333,1365334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... format=6 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[37000,48000] period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i rmask=800 info=80040100 msbits=0 rate_num=0 rate_den=0
0 period_time=(333,1771244) buffer_time=(333,1771244) rmask=0 info=40100
refine ... rate=[37000] rmask=800 info=80040100
0 rate=[37000]i period_time=(432,1771244) buffer_time=(432,1771244) rmask=0 info=40100 rate_num=37000 rate_den=1
refine ... channels=[1]i rate=[37000,48000] period_time=(333,1771244) buffer_time=(333,1771244) rmask=400 info=80040100 rate_num=0 rate_den=0
0 frame_bits=[8,16]i period_time=(666,1771244) period_size=[32,65536]i buffer_time=(666,1771244) buffer_size=[32,65536]i rmask=0 info=40100
refine ... format=2 rmask=2 info=80040100
0 sample_bits=[8]i frame_bits=[8]i period_time=(1333,1771244) period_size=[64,65536]i buffer_time=(1333,1771244) buffer_size=[64,65536]i rmask=0 info=40100 msbits=8
refine ... info=80040100
0 info=40100
refine ... rate=[37000] rmask=800 info=80040100
0 rate=[37000]i period_time=(1729,1771244) buffer_time=(1729,1771244) rmask=0 info=40100 rate_num=37000 rate_den=1
refine ... rate=[48000] period_time=(1333,1771244) buffer_time=(1333,1771244) rmask=800 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(1333,1365334) buffer_time=(1333,1365334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... format=6 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[37000]i period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i rmask=800 info=80040100 msbits=0 rate_num=0 rate_den=0
0 period_time=(432,1771244) buffer_time=(432,1771244) rmask=0 info=40100 rate_num=37000 rate_den=1
refine ... channels=[1]i rmask=400 info=80040100
0 frame_bits=[8,16]i period_time=(864,1771244) period_size=[32,65536]i buffer_time=(864,1771244) buffer_size=[32,65536]i rmask=0 info=40100
refine ... format=2 rmask=2 info=80040100
0 sample_bits=[8]i frame_bits=[8]i period_time=(1729,1771244) period_size=[64,65536]i buffer_time=(1729,1771244) buffer_size=[64,65536]i rmask=0 info=40100 msbits=8
refine ... info=80040100
0 info=40100
refine ... period_time=[125000,1771244) rmask=1000 info=80040100
0 period_size=[4625,65536]i period_bytes=[4625,65536] periods=[1,15) buffer_time=[125000,1771244) buffer_size=[4625,65536]i buffer_bytes=[4625,65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... period_time=[125000]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(1729,1771244) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_size=[4625]i period_bytes=[4625]i periods=[1,15) buffer_time=[125000,1771244) buffer_bytes=[4625,65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(1729,1771244) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_bytes=[4625]i periods=[1,15) buffer_time=[125000,1771244) buffer_bytes=[4625,65536]i rmask=0 info=40100
refine ... buffer_size=[18500,65536]i rmask=20000 info=80040100
0 periods=[4,15) buffer_time=[500000,1771244) buffer_bytes=[18500,65536]i rmask=0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(1729,1771244) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_bytes=[4625]i periods=[4,15) buffer_time=[500000,1771244) buffer_bytes=[18500,65536]i rmask=0 info=40100
refine ... buffer_size=[18500]i rmask=20000 info=80040100
0 periods=[4]i buffer_time=[500000]i buffer_bytes=[18500]i rmask=0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(1729,1771244) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_bytes=[4625]i periods=[4]i buffer_time=[500000]i buffer_bytes=[18500]i rmask=0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(1729,1771244) buffer_bytes=[64,65536]i tick_time=[0]i rmask=a3000 cmask=fff07 info=80040100
0 period_bytes=[4625]i periods=[4]i buffer_time=[500000]i buffer_bytes=[18500]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
params ... info=80040100
0 info=40100
# arecord through plug, cd
refine access=8 format=4 subformat=1 sample_bits=[16]i frame_bits=[16,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,5957819) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,5957819) buffer_size=[16,32768]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=80040100 msbits=16
0 info=40100
refine ... rate=[5500] rmask=800 info=80040100
0 rate=[5500]i period_time=(2909,5957819) buffer_time=(2909,5957819) rmask=0 info=40100 rate_num=5500 rate_den=1
refine ... rate=[48000] period_time=(333,5957819) buffer_time=(333,5957819) rmask=800 info=80040100 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,682667) buffer_time=(333,682667) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... sample_bits=[8,16]i channels=[2]i rate=[5500,48000] period_time=(333,5957819) buffer_time=(333,5957819) rmask=2 info=80040100 msbits=0 rate_num=0 rate_den=0
0 sample_bits=[16]i frame_bits=[32]i period_time=(333,2978910) period_size=[16,16384]i buffer_time=(333,2978910) buffer_size=[16,16384]i rmask=0 info=40100 msbits=16
refine ... info=80040100
0 info=40100
refine ... rate=[5500] rmask=800 info=80040100
0 rate=[5500]i period_time=(2909,2978910) buffer_time=(2909,2978910) rmask=0 info=40100 rate_num=5500 rate_den=1
refine ... format=6 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[44100,48000] period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i rmask=800 info=80040100 msbits=0 rate_num=0 rate_den=0
0 period_time=(333,1486078) buffer_time=(333,1486078) rmask=0 info=40100
refine ... rate=[44100] rmask=800 info=80040100
0 rate=[44100]i period_time=(362,1486078) buffer_time=(362,1486078) rmask=0 info=40100 rate_num=44100 rate_den=1
refine ... channels=[2]i rate=[44100,48000] period_time=(333,1486078) buffer_time=(333,1486078) rmask=400 info=80040100 rate_num=0 rate_den=0
0 frame_bits=[16,32]i period_time=(333,743039) period_size=[16,32768]i buffer_time=(333,743039) buffer_size=[16,32768]i rmask=0 info=40100
refine ... format=4 rmask=2 info=80040100
0 sample_bits=[16]i frame_bits=[32]i period_time=(333,371520) period_size=[16,16384]i buffer_time=(333,371520) buffer_size=[16,16384]i rmask=0 info=40100 msbits=16
refine ... info=80040100
0 info=40100
refine ... rate=[48000] rmask=800 info=80040100
0 rate=[48000]i period_time=(333,341334) buffer_time=(333,341334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... format=6 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[44100]i period_time=(333,11915637) period_size=[16,65536]i buffer_time=(333,11915637) buffer_size=[16,65536]i rmask=800 info=80040100 msbits=0 rate_num=0 rate_den=0
0 period_time=(362,1486078) buffer_time=(362,1486078) rmask=0 info=40100 rate_num=44100 rate_den=1
refine ... channels=[2]i rmask=400 info=80040100
0 frame_bits=[16,32]i period_time=(362,743039) period_size=[16,32768]i buffer_time=(362,743039) buffer_size=[16,32768]i rmask=0 info=40100
refine ... format=4 rmask=2 info=80040100
0 sample_bits=[16]i frame_bits=[32]i period_time=(362,371520) period_size=[16,16384]i buffer_time=(362,371520) buffer_size=[16,16384]i rmask=0 info=40100 msbits=16
refine ... info=80040100
0 info=40100
refine ... period_time=(92902,371520) period_size=[4097,16384]i period_bytes=[16388,65536] periods=[1,4) buffer_time=(92902,371520) buffer_size=[4097,16384]i buffer_bytes=[16388,65536]i info=80040100
0 info=40100
refine ... period_time=(362,92880) period_size=[16,4096]i period_bytes=[64,16384] periods=[1,1024] buffer_time=(362,371520) buffer_size=[16,16384]i buffer_bytes=[64,65536]i info=80040100
0 info=40100
refine ... period_time=[92879,92880) period_bytes=[64,65536] rmask=3000 info=80040100
0 period_time=(92879,92880) period_size=[4096]i period_bytes=[16384]i periods=[1,4] buffer_time=(92879,371520) buffer_size=[4096,16384]i buffer_bytes=[16384,65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_bytes=[16384]i periods=[1,4] buffer_time=(92879,371520) buffer_bytes=[16384,65536]i rmask=0 info=40100
refine ... buffer_size=[16384]i rmask=20000 info=80040100
0 periods=[4]i buffer_time=(371519,371520) buffer_bytes=[65536]i rmask=0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_bytes=[64,65536]i rmask=23000 info=80040100
0 period_bytes=[16384]i periods=[4]i buffer_time=(371519,371520) buffer_bytes=[65536]i rmask=0 info=40100
refine ... period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_bytes=[64,65536]i tick_time=[0]i rmask=a3000 cmask=fff07 info=80040100
0 period_bytes=[16384]i periods=[4]i buffer_time=(371519,371520) buffer_bytes=[65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
# arecord through dsnoop
# sox
refine access=8 format=6 subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i flags=1 cmask=7ff07 info=80040100
0 rmask=0 info=40100
refine ... format=4 rmask=2 info=80040100
0 sample_bits=[16]i frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_time=(333,5957819) buffer_size=[16,32768]i rmask=0 info=40100 msbits=16
refine ... rate=[48000] rmask=800 info=80040100
0 rate=[48000]i period_time=(333,682667) buffer_time=(333,682667) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... channels=[2]i rmask=400 info=80040100
0 frame_bits=[32]i period_time=(333,341334) period_size=[16,16384]i buffer_time=(333,341334) buffer_size=[16,16384]i rmask=0 info=40100
refine ... period_size=[2048,16384]i rmask=2000 info=80040100
0 period_time=(42666,341334) period_bytes=[8192,65536] periods=[1,8] buffer_time=(42666,341334) buffer_size=[2048,16384]i buffer_bytes=[8192,65536]i rmask=0 info=40100
refine ... period_size=[2048]i rmask=2000 info=80040100
0 period_time=(42666,42667) period_bytes=[8192]i rmask=0 info=40100
refine ... buffer_size=[16384]i rmask=20000 info=80040100
0 periods=[8]i buffer_time=(341333,341334) buffer_bytes=[65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# ffmpeg
refine ... frame_bits=[16,32]i period_time=(333,682667) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,682667) buffer_size=[16,32768]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] flags=0 rmask=400 cmask=7ff07 info=80040100
0 frame_bits=[32]i period_time=(333,341334) period_size=[16,16384]i buffer_time=(333,341334) buffer_size=[16,16384]i rmask=0 info=40100
refine ... buffer_size=[16384]i rmask=20000 info=80040100
0 buffer_time=(341333,341334) buffer_bytes=[65536]i rmask=0 info=40100
refine ... period_size=[16]i rmask=2000 info=80040100
0 period_time=(333,334) period_bytes=[64]i periods=[1024]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# gstreamer
refine ... rate=[44100]i period_time=[10000,371520) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80040100 rate_num=44100
0 period_size=[441,16384]i period_bytes=[1764,65536] periods=[1,38) buffer_time=[10000,371520) buffer_size=[441,16384]i buffer_bytes=[1764,65536]i rmask=0 info=40100
refine ... period_time=[10000] rmask=1000 info=80040100
0 period_time=[10000]i period_size=[441]i period_bytes=[1764]i rmask=0 info=40100
refine ... buffer_time=[200000,371520) rmask=10000 info=80040100
0 periods=[20,38) buffer_size=[8820,16384]i buffer_bytes=[35280,65536]i rmask=0 info=40100
refine ... buffer_time=[200000] rmask=10000 info=80040100
0 periods=[20]i buffer_time=[200000]i buffer_size=[8820]i buffer_bytes=[35280]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# gstreamer, low latency
refine ... period_time=[5000,371520) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80040100
0 period_time=(5011,371520) period_size=[221,16384]i period_bytes=[884,65536] periods=[1,75) buffer_time=(5011,371520) buffer_size=[221,16384]i buffer_bytes=[884,65536]i rmask=0 info=40100
refine ... period_time=(362,5000) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,371520) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=1000 info=80040100
0 period_time=(362,4989) period_size=[16,220]i period_bytes=[64,880] rmask=0 info=40100
refine ... period_time=(5011,5012] period_size=[221,16384]i period_bytes=[884,65536] periods=[1,75) buffer_time=(5011,371520) buffer_size=[221,16384]i buffer_bytes=[884,65536]i rmask=1000 info=80040100
0 period_time=(5011,5012) period_size=[221]i period_bytes=[884]i rmask=0 info=40100
refine ... buffer_time=[20000,371520) rmask=10000 info=80040100
0 periods=(3,75) buffer_size=[882,16384]i buffer_bytes=[3528,65536]i rmask=0 info=40100
refine ... buffer_time=[20000] rmask=10000 info=80040100
0 periods=(3,4) buffer_time=[20000]i buffer_size=[882]i buffer_bytes=[3528]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# pulseaudio
refine ... frame_bits=[16,32]i channels=[1,2]i rate=[44100,48000] period_time=(333,5957819) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,5957819) buffer_size=[16,32768]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] flags=1 rmask=800 cmask=7ff07 info=80040100 rate_num=0 rate_den=0
0 period_time=(333,743039) buffer_time=(333,743039) rmask=0 info=40100
refine ... rate=[44100] rmask=800 info=80040100
0 rate=[44100]i period_time=(362,743039) buffer_time=(362,743039) rmask=0 info=40100 rate_num=44100 rate_den=1
refine ... channels=[2]i rmask=400 info=80040100
0 frame_bits=[32]i period_time=(362,371520) period_size=[16,16384]i buffer_time=(362,371520) buffer_size=[16,16384]i rmask=0 info=40100
refine ... buffer_size=[4408,16384]i rmask=20000 info=80040100
0 buffer_time=(99954,371520) buffer_bytes=[17632,65536]i rmask=0 info=40100
refine ... buffer_size=[4408]i rmask=20000 info=80040100
0 period_time=(362,99955) period_size=[16,4408]i period_bytes=[64,17632] periods=[1,276) buffer_time=(99954,99955) buffer_bytes=[17632]i rmask=0 info=40100
refine ... period_size=[1102,4408]i rmask=2000 info=80040100
0 period_time=(24988,99955) period_bytes=[4408,17632] periods=[1,4] rmask=0 info=40100
refine ... period_size=[1102]i rmask=2000 info=80040100
0 period_time=(24988,24989) period_bytes=[4408]i periods=[4]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
refine access=8 format=6 subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[8000]i period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=800 cmask=7ff07 info=80040100
0 period_time=[2000,8192000] buffer_time=[2000,8192000] rmask=0 info=40100 rate_num=8000 rate_den=1
refine ... rate=[11025]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=(1451,5944309) buffer_time=(1451,5944309) rmask=0 info=40100 rate_num=11025 rate_den=1
refine ... rate=[12000]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=(1333,5461334) buffer_time=(1333,5461334) rmask=0 info=40100 rate_num=12000 rate_den=1
refine ... rate=[16000]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=[1000,4096000] buffer_time=[1000,4096000] rmask=0 info=40100 rate_num=16000 rate_den=1
refine ... rate=[22050]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=(725,2972155) buffer_time=(725,2972155) rmask=0 info=40100 rate_num=22050 rate_den=1
refine ... rate=[24000]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=(666,2730667) buffer_time=(666,2730667) rmask=0 info=40100 rate_num=24000 rate_den=1
refine ... rate=[32000]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=[500,2048000] buffer_time=[500,2048000] rmask=0 info=40100 rate_num=32000 rate_den=1
refine ... rate=[48000]i period_time=(333,11915637) buffer_time=(333,11915637) rmask=800 info=80040100 rate_num=0 rate_den=0
0 period_time=(333,1365334) buffer_time=(333,1365334) rmask=0 info=40100 rate_num=48000 rate_den=1
# pulseaudio, no tsched
refine ... format=4 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[44100]i period_time=(362,371520) period_size=[16,16384]i buffer_time=(362,371520) buffer_size=[4797,16384]i flags=1 rmask=20000 info=80040100 msbits=16 rate_num=44100
0 buffer_time=(108775,371520) buffer_bytes=[19188,65536]i rmask=0 info=40100
refine ... buffer_size=[4797]i rmask=20000 info=80040100
0 period_time=(362,108776) period_size=[16,4797]i period_bytes=[64,19188] periods=[1,300) buffer_time=(108775,108776) buffer_bytes=[19188]i rmask=0 info=40100
refine ... period_size=[1599,4797]i rmask=2000 info=80040100
0 period_time=(36258,108776) period_bytes=[6396,19188] periods=[1,3] rmask=0 info=40100
refine ... period_size=[1599]i rmask=2000 info=80040100
0 period_time=(36258,36259) period_bytes=[6396]i periods=[3]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# pulseaudio, no mmap, 44100 mono
refine ... frame_bits=[16,32]i channels=[1]i period_time=(362,743039) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(362,743039) buffer_size=[16,32768]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=400 cmask=7ff07 info=80040100
0 frame_bits=[16]i period_time=(725,743039) period_size=[32,32768]i buffer_time=(725,743039) buffer_size=[32,32768]i rmask=0 info=40100
refine ... buffer_size=[4408,32768]i rmask=20000 info=80040100
0 buffer_time=(99954,743039) buffer_bytes=[8816,65536]i rmask=0 info=40100
refine ... buffer_size=[4408]i rmask=20000 info=80040100
0 period_time=(725,99955) period_size=[32,4408]i period_bytes=[64,8816] periods=[1,138) buffer_time=(99954,99955) buffer_bytes=[8816]i rmask=0 info=40100
refine ... period_size=[1102,4408]i rmask=2000 info=80040100
0 period_time=(24988,99955) period_bytes=[2204,8816] periods=[1,4] rmask=0 info=40100
refine ... period_size=[1102]i rmask=2000 info=80040100
0 period_time=(24988,24989) period_bytes=[2204]i periods=[4]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# pipewire
refine ... frame_bits=[16,32]i channels=[2]i rate=[5500,48000] period_time=(333,5957819) period_size=[16,32768]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,5957819) buffer_size=[16,32768]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=400 cmask=7ff07 info=80040100 rate_num=0 rate_den=0
0 frame_bits=[32]i period_time=(333,2978910) period_size=[16,16384]i buffer_time=(333,2978910) buffer_size=[16,16384]i rmask=0 info=40100
refine ... rate=[48000] rmask=800 info=80040100
0 rate=[48000]i period_time=(333,341334) buffer_time=(333,341334) rmask=0 info=40100 rate_num=48000 rate_den=1
refine ... period_size=[1024,16384]i rmask=2000 info=80040100
0 period_time=(21333,341334) period_bytes=[4096,65536] periods=[1,16] buffer_time=(21333,341334) buffer_size=[1024,16384]i buffer_bytes=[4096,65536]i rmask=0 info=40100
refine ... period_size=[1024]i rmask=2000 info=80040100
0 period_time=(21333,21334) period_bytes=[4096]i rmask=0 info=40100
refine ... buffer_size=[16384]i rmask=20000 info=80040100
0 periods=[16]i buffer_time=(341333,341334) buffer_bytes=[65536]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
# pipewire, small periods
refine ... rate=[44100,48000] period_time=(333,2978910) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,2978910) buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040100 rate_num=0 rate_den=0
0 period_time=(333,371520) buffer_time=(333,371520) rmask=0 info=40100
refine ... rate=[44100] rmask=800 info=80040100
0 rate=[44100]i period_time=(362,371520) buffer_time=(362,371520) rmask=0 info=40100 rate_num=44100 rate_den=1
refine ... period_size=[256,16384]i rmask=2000 info=80040100
0 period_time=(5804,371520) period_bytes=[1024,65536] periods=[1,64] buffer_time=(5804,371520) buffer_size=[256,16384]i buffer_bytes=[1024,65536]i rmask=0 info=40100
refine ... period_size=[256]i rmask=2000 info=80040100
0 period_time=(5804,5805) period_bytes=[1024]i rmask=0 info=40100
refine ... periods=[32,64] rmask=8000 info=80040100
0 buffer_time=(185759,371520) buffer_size=[8192,16384]i buffer_bytes=[32768,65536]i rmask=0 info=40100
refine ... periods=[32] rmask=8000 info=80040100
0 periods=[32]i buffer_time=(185759,185760) buffer_size=[8192]i buffer_bytes=[32768]i rmask=0 info=40100
refine ... info=80040100
0 info=40100
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040100
0 tick_time=[0]i rmask=0 info=40100
params ... info=80040100
0 info=40100
