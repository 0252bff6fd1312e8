# 6.1.0-56-amd64, what applications ask
card dummy-uda1341
# arecord -f cd
refine access=ffffffff,ffffffff format=ffffffff,ffffffff subformat=ffffffff,ffffffff
0 access=9 format=4 subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... access=8 rmask=1 info=80040103
0 rmask=0 info=40103
refine ... rate=[44100,48000] rmask=800 info=80040103
0 period_time=(333,46418) buffer_time=(666,92858) rmask=0 info=40103
refine ... rate=[44100] rmask=800 info=80040103
0 rate=[44100]i period_time=(362,46418) buffer_time=(725,92858) rmask=0 info=40103 rate_num=44100 rate_den=1
refine ... period_time=[23214,46418) rmask=1000 info=80040103
0 period_time=(23219,46418) period_size=[1024,2047]i period_bytes=[4096,8188] periods=[2,4) buffer_time=(46439,92858) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... period_time=(362,23214) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=1000 info=80040103
0 period_time=(362,23198) period_size=[16,1023]i period_bytes=[64,4092] rmask=0 info=40103
refine ... period_time=(23219,23220] period_size=[1024,2047]i period_bytes=[4096,8188] periods=[2,4) buffer_time=(46439,92858) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=1000 info=80040103
0 period_time=(23219,23220) period_size=[1024]i period_bytes=[4096]i rmask=0 info=40103
refine ... buffer_time=[92857,92858) rmask=10000 info=80040103
0 periods=(3,4) buffer_time=(92857,92858) buffer_size=[4095]i buffer_bytes=[16380]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# arecord mono 16 kHz
# arecord, short periods
refine ... rate=[48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... period_time=[5000,42646) rmask=1000 info=80040103
0 period_size=[240,2047]i period_bytes=[960,8188] periods=[2,18) buffer_time=[10000,85313) buffer_size=[480,4095]i buffer_bytes=[1920,16380]i rmask=0 info=40103
refine ... period_time=[5000] rmask=1000 info=80040103
0 period_time=[5000]i period_size=[240]i period_bytes=[960]i rmask=0 info=40103
refine ... buffer_time=[20000,85313) rmask=10000 info=80040103
0 periods=[4,18) buffer_size=[960,4095]i buffer_bytes=[3840,16380]i rmask=0 info=40103
refine ... buffer_time=[20000] rmask=10000 info=80040103
0 periods=[4]i buffer_time=[20000]i buffer_size=[960]i buffer_bytes=[3840]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# arecord, sizes
# arecord --dump-hw-params
# arecord through plug
refine ... access=9 rate=[5500] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rate=[5500]i period_time=(2909,372182) buffer_time=(5818,744546) rmask=0 info=40103 rate_num=5500 rate_den=1
refine ... rate=[48000] period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... rate=[5500,48000] period_time=(333,372182) buffer_time=(666,744546) info=80040103 rate_num=0 rate_den=0
0 info=40103
refine ... info=80040100
0 info=40103
refine ... rate=[37000,48000] rmask=800 info=80040103
0 period_time=(333,55325) buffer_time=(666,110676) rmask=0 info=40103
refine ... rate=[37000] rmask=800 info=80040103
0 rate=[37000]i period_time=(432,55325) buffer_time=(864,110676) rmask=0 info=40103 rate_num=37000 rate_den=1
refine ... rate=[37000,48000] period_time=(333,55325) buffer_time=(666,110676) info=80040100 rate_num=0 rate_den=0
0 info=40103
refine ... rate=[48000] rmask=800 info=80040103
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... rate=[37000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(432,55325) buffer_time=(864,110676) rmask=0 info=40103 rate_num=37000 rate_den=1
refine ... info=80040100
0 info=40103
refine ... period_time=[27669,55325) rmask=1000 info=80040100
0 period_time=(27675,55325) period_size=[1024,2047]i period_bytes=[4096,8188] periods=[2,4) buffer_time=(55351,110676) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_time=(432,27669) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(864,110676) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=1000 info=80040100
0 period_time=(432,27649) period_size=[16,1023]i period_bytes=[64,4092] rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_time=(27675,27676] period_size=[1024,2047]i period_bytes=[64,8188] buffer_size=[2048,4095]i rmask=23000 info=80040100
0 period_time=(27675,27676) period_size=[1024]i period_bytes=[4096]i periods=[2,4) buffer_time=(55351,110676) buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(864,110676) buffer_bytes=[128,16380]i rmask=23000 info=80040100
0 period_bytes=[4096]i periods=[2,4) buffer_time=(55351,110676) buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... buffer_size=[4095]i rmask=20000 info=80040100
0 periods=(3,4) buffer_time=(110675,110676) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(864,110676) buffer_bytes=[128,16380]i rmask=23000 info=80040100
0 period_bytes=[4096]i periods=(3,4) buffer_time=(110675,110676) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(864,110676) buffer_bytes=[128,16380]i tick_time=[0]i rmask=a3000 cmask=fff07 info=80040100
0 period_bytes=[4096]i periods=(3,4) buffer_time=(110675,110676) buffer_bytes=[16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... access=1 rmask=1 info=80040100
0 rmask=0 info=40103
refine ... access=7 sample_bits=[0,4294967295] frame_bits=[0,4294967295] period_bytes=[0,4294967295] buffer_bytes=[0,4294967295] rmask=ffffffff cmask=bbc07 info=80040100 msbits=0 rate_num=0 rate_den=0
0 access=1 sample_bits=[16]i frame_bits=[32]i period_bytes=[4096]i buffer_bytes=[16380]i rmask=0 cmask=fff07 info=40103 msbits=16 rate_num=37000 rate_den=1
params ... info=80040103
0 info=40103
# arecord through plug, cd
refine ... access=9 rate=[44100,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 period_time=(333,46418) buffer_time=(666,92858) rmask=0 info=40103
refine ... rate=[44100] rmask=800 info=80040103
0 rate=[44100]i period_time=(362,46418) buffer_time=(725,92858) rmask=0 info=40103 rate_num=44100 rate_den=1
refine ... rate=[44100,48000] period_time=(333,46418) buffer_time=(666,92858) info=80040100 rate_num=0 rate_den=0
0 info=40103
refine ... rate=[48000] rmask=800 info=80040103
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... rate=[44100]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(362,46418) buffer_time=(725,92858) rmask=0 info=40103 rate_num=44100 rate_den=1
refine ... info=80040100
0 info=40103
refine ... period_time=[23214,46418) rmask=1000 info=80040100
0 period_time=(23219,46418) period_size=[1024,2047]i period_bytes=[4096,8188] periods=[2,4) buffer_time=(46439,92858) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_time=(362,23214) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=1000 info=80040100
0 period_time=(362,23198) period_size=[16,1023]i period_bytes=[64,4092] rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_time=(23219,23220] period_size=[1024,2047]i period_bytes=[64,8188] buffer_size=[2048,4095]i rmask=23000 info=80040100
0 period_time=(23219,23220) period_size=[1024]i period_bytes=[4096]i periods=[2,4) buffer_time=(46439,92858) buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_bytes=[128,16380]i rmask=23000 info=80040100
0 period_bytes=[4096]i periods=[2,4) buffer_time=(46439,92858) buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... buffer_size=[4095]i rmask=20000 info=80040100
0 periods=(3,4) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_bytes=[128,16380]i rmask=23000 info=80040100
0 period_bytes=[4096]i periods=(3,4) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_bytes=[128,16380]i tick_time=[0]i rmask=a3000 cmask=fff07 info=80040100
0 period_bytes=[4096]i periods=(3,4) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... info=80040100
0 info=40103
refine ... access=8 info=80040100
0 info=40103
# arecord through dsnoop
refine ... access=1 rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=1 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rmask=0 info=40103
refine ... rate=[48000] rmask=800 info=80040103
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... period_size=[1024,2047]i rmask=2000 info=80040103
0 period_time=(21333,42646) period_bytes=[4096,8188] periods=[2,4) buffer_time=(42666,85313) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... period_size=[1024]i rmask=2000 info=80040103
0 period_time=(21333,21334) period_bytes=[4096]i rmask=0 info=40103
refine ... periods=[3,4) rmask=8000 info=80040103
0 buffer_time=[64000,85313) buffer_size=[3072,4095]i buffer_bytes=[12288,16380]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... buffer_size=[4095]i rmask=20000 info=80040103
0 periods=(3,4) buffer_time=(85312,85313) buffer_bytes=[16380]i rmask=0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# sox
refine ... access=9 rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] flags=1 rmask=ffffffff cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rmask=0 info=40103
refine ... access=8 rmask=1 info=80040103
0 rmask=0 info=40103
refine ... rate=[48000] rmask=800 info=80040103
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... period_size=[511,2047]i rmask=2000 info=80040103
0 period_time=(10645,42646) period_bytes=[2044,8188] periods=[2,9) buffer_time=(21291,85313) buffer_size=[1022,4095]i buffer_bytes=[4088,16380]i rmask=0 info=40103
refine ... period_size=[511]i rmask=2000 info=80040103
0 period_time=(10645,10646) period_bytes=[2044]i rmask=0 info=40103
refine ... buffer_size=[4088,4095]i rmask=20000 info=80040103
0 periods=[8,9) buffer_time=(85166,85313) buffer_bytes=[16352,16380]i rmask=0 info=40103
refine ... buffer_size=[4088]i rmask=20000 info=80040103
0 periods=[8]i buffer_time=(85166,85167) buffer_bytes=[16352]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# ffmpeg
refine ... period_time=(333,42646) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,85313) buffer_size=[4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] flags=0 rmask=20000 cmask=7ff07 info=80040103
0 period_time=(354,42646) period_size=[17,2047]i period_bytes=[68,8188] periods=(2,241) buffer_time=(85312,85313) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_size=[17]i rmask=2000 info=80040103
0 period_time=(354,355) period_bytes=[68]i periods=(240,241) rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# gstreamer
refine ... rate=[44100]i period_time=[10000,46418) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80040103 rate_num=44100
0 period_size=[441,2047]i period_bytes=[1764,8188] periods=[2,10) buffer_time=[20000,92858) buffer_size=[882,4095]i buffer_bytes=[3528,16380]i rmask=0 info=40103
refine ... period_time=[10000] rmask=1000 info=80040103
0 period_time=[10000]i period_size=[441]i period_bytes=[1764]i rmask=0 info=40103
refine ... buffer_time=[92857,92858) rmask=10000 info=80040103
0 periods=(9,10) buffer_time=(92857,92858) buffer_size=[4095]i buffer_bytes=[16380]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# gstreamer, low latency
refine ... period_time=[5000,46418) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80040103
0 period_time=(5011,46418) period_size=[221,2047]i period_bytes=[884,8188] periods=[2,19) buffer_time=(10022,92858) buffer_size=[442,4095]i buffer_bytes=[1768,16380]i rmask=0 info=40103
refine ... period_time=(362,5000) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=1000 info=80040103
0 period_time=(362,4989) period_size=[16,220]i period_bytes=[64,880] rmask=0 info=40103
refine ... period_time=(5011,5012] period_size=[221,2047]i period_bytes=[884,8188] periods=[2,19) buffer_time=(10022,92858) buffer_size=[442,4095]i buffer_bytes=[1768,16380]i rmask=1000 info=80040103
0 period_time=(5011,5012) period_size=[221]i period_bytes=[884]i rmask=0 info=40103
refine ... buffer_time=[20000,92858) rmask=10000 info=80040103
0 periods=(3,19) buffer_size=[882,4095]i buffer_bytes=[3528,16380]i rmask=0 info=40103
refine ... buffer_time=[20000] rmask=10000 info=80040103
0 periods=(3,4) buffer_time=[20000]i buffer_size=[882]i buffer_bytes=[3528]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# pulseaudio
refine ... access=1 rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] flags=1 rmask=1 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rmask=0 info=40103
refine ... rate=[44100,48000] rmask=800 info=80040103
0 period_time=(333,46418) buffer_time=(666,92858) rmask=0 info=40103
refine ... rate=[44100] rmask=800 info=80040103
0 rate=[44100]i period_time=(362,46418) buffer_time=(725,92858) rmask=0 info=40103 rate_num=44100 rate_den=1
refine ... buffer_size=[4095]i rmask=20000 info=80040103
0 period_time=(385,46418) period_size=[17,2047]i period_bytes=[68,8188] periods=(2,241) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_size=[1102,2047]i rmask=2000 info=80040103
0 period_time=(24988,46418) period_bytes=[4408,8188] periods=(2,4) rmask=0 info=40103
refine ... period_size=[1102]i rmask=2000 info=80040103
0 period_time=(24988,24989) period_bytes=[4408]i periods=(3,4) rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
refine ... access=9 rate=[8000]i period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] flags=0 rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 period_time=[2000,255875] buffer_time=[4000,511875] rmask=0 info=40103 rate_num=8000 rate_den=1
refine ... rate=[11025]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(1451,185669) buffer_time=(2902,371429) rmask=0 info=40103 rate_num=11025 rate_den=1
refine ... rate=[12000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(1333,170584) buffer_time=(2666,341250] rmask=0 info=40103 rate_num=12000 rate_den=1
refine ... rate=[16000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=[1000,127938) buffer_time=[2000,255938) rmask=0 info=40103 rate_num=16000 rate_den=1
refine ... rate=[22050]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(725,92835) buffer_time=(1451,185715) rmask=0 info=40103 rate_num=22050 rate_den=1
refine ... rate=[24000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(666,85292) buffer_time=(1333,170625] rmask=0 info=40103 rate_num=24000 rate_den=1
refine ... rate=[32000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=[500,63969) buffer_time=[1000,127969) rmask=0 info=40103 rate_num=32000 rate_den=1
refine ... rate=[48000]i period_time=(333,372182) buffer_time=(666,744546) rmask=800 info=80040103 rate_num=0 rate_den=0
0 period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
# pulseaudio, no tsched
refine ... access=1 rate=[44100]i period_time=(385,46418) period_size=[1599,2047]i period_bytes=[68,8188] periods=(2,241) buffer_time=(92857,92858) buffer_size=[4095]i buffer_bytes=[16380]i flags=1 rmask=2000 info=80040103 rate_num=44100
0 period_time=(36258,46418) period_bytes=[6396,8188] periods=(2,3) rmask=0 info=40103
refine ... period_size=[1599]i rmask=2000 info=80040103
0 period_time=(36258,36259) period_bytes=[6396]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# pulseaudio, no mmap, 44100 mono
refine ... access=8 rate=[44100,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 period_time=(333,46418) buffer_time=(666,92858) rmask=0 info=40103
refine ... rate=[44100] rmask=800 info=80040103
0 rate=[44100]i period_time=(362,46418) buffer_time=(725,92858) rmask=0 info=40103 rate_num=44100 rate_den=1
refine ... buffer_size=[4095]i rmask=20000 info=80040103
0 period_time=(385,46418) period_size=[17,2047]i period_bytes=[68,8188] periods=(2,241) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... period_size=[1102,2047]i rmask=2000 info=80040103
0 period_time=(24988,46418) period_bytes=[4408,8188] periods=(2,4) rmask=0 info=40103
refine ... period_size=[1102]i rmask=2000 info=80040103
0 period_time=(24988,24989) period_bytes=[4408]i periods=(3,4) rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# pipewire
refine ... access=1 rate=[48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80040103 rate_num=0 rate_den=0
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 info=40103 rate_num=48000 rate_den=1
refine ... period_size=[1024,2047]i rmask=2000 info=80040103
0 period_time=(21333,42646) period_bytes=[4096,8188] periods=[2,4) buffer_time=(42666,85313) buffer_size=[2048,4095]i buffer_bytes=[8192,16380]i rmask=0 info=40103
refine ... period_size=[1024]i rmask=2000 info=80040103
0 period_time=(21333,21334) period_bytes=[4096]i rmask=0 info=40103
refine ... buffer_size=[4095]i rmask=20000 info=80040103
0 periods=(3,4) buffer_time=(85312,85313) buffer_bytes=[16380]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
# pipewire, small periods
refine ... access=8 rate=[44100]i period_time=(362,46418) period_size=[256,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(725,92858) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=[0,4294967295] rmask=2000 cmask=7ff07 info=80040103 rate_num=44100
0 period_time=(5804,46418) period_bytes=[1024,8188] periods=[2,16) buffer_time=(11609,92858) buffer_size=[512,4095]i buffer_bytes=[2048,16380]i rmask=0 info=40103
refine ... period_size=[256]i rmask=2000 info=80040103
0 period_time=(5804,5805) period_bytes=[1024]i rmask=0 info=40103
refine ... periods=[15,16) rmask=8000 info=80040103
0 buffer_time=(87074,92858) buffer_size=[3840,4095]i buffer_bytes=[15360,16380]i rmask=0 info=40103
refine ... info=80040103
0 info=40103
refine ... buffer_size=[4095]i rmask=20000 info=80040103
0 periods=(15,16) buffer_time=(92857,92858) buffer_bytes=[16380]i rmask=0 info=40103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80040103
0 tick_time=[0]i rmask=0 info=40103
params ... info=80040103
0 info=40103
