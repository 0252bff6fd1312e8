# 6.1.0-56-amd64, what applications ask
card aloop
# arecord -f cd
refine access=ffffffff,ffffffff format=ffffffff,ffffffff subformat=ffffffff,ffffffff
0 access=9 format=cccc,3 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... access=8 rmask=1 info=800c0103
0 rmask=0 info=c0103
refine ... format=4 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[16,512]i rmask=0 info=c0103 msbits=16
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32]i period_time=(83,32768000] period_size=[16,262144]i buffer_time=(83,65536000] buffer_size=[16,524288]i rmask=0 info=c0103
refine ... rate=[44100,192000] rmask=800 info=800c0103
0 period_time=(83,5944309) buffer_time=(83,11888617) rmask=0 info=c0103
refine ... rate=[44100] rmask=800 info=800c0103
0 rate=[44100]i period_time=(362,5944309) buffer_time=(362,11888617) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... period_time=[125000,5944309) rmask=1000 info=800c0103
0 period_time=(125011,5944309) period_size=[5513,262144]i period_bytes=[22052,1048576] periods=[1,95]i buffer_time=(125011,11888617) buffer_size=[5513,524288]i buffer_bytes=[22052,2097152]i rmask=0 info=c0103
refine ... period_time=(362,125000) period_size=[16,262144]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_size=[16,524288]i buffer_bytes=[64,2097152]i rmask=1000 info=800c0103
0 period_time=(362,124989) period_size=[16,5512]i period_bytes=[64,22048] rmask=0 info=c0103
refine ... period_time=(125011,125012] period_size=[5513,262144]i period_bytes=[22052,1048576] periods=[1,95]i buffer_time=(125011,11888617) buffer_size=[5513,524288]i buffer_bytes=[22052,2097152]i rmask=1000 info=800c0103
0 period_time=(125011,125012) period_size=[5513]i period_bytes=[22052]i buffer_time=(125011,11876078) buffer_size=[5513,523735]i buffer_bytes=[22052,2094940]i rmask=0 info=c0103
refine ... buffer_time=[500000,11876078) rmask=10000 info=800c0103
0 periods=[4,95]i buffer_time=(500045,11876078) buffer_size=[22052,523735]i buffer_bytes=[88208,2094940]i rmask=0 info=c0103
refine ... periods=[1,95]i buffer_time=(125011,500000) buffer_size=[5513,523735]i buffer_bytes=[22052,2094940]i rmask=10000 info=800c0103
0 periods=[1,3]i buffer_time=(125011,375035) buffer_size=[5513,16539]i buffer_bytes=[22052,66156]i rmask=0 info=c0103
refine ... periods=[4,95]i buffer_time=(500045,500046] buffer_size=[22052,523735]i buffer_bytes=[88208,2094940]i rmask=10000 info=800c0103
0 periods=[4]i buffer_time=(500045,500046) buffer_size=[22052]i buffer_bytes=[88208]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# arecord mono 16 kHz
refine ... frame_bits=[16,512]i channels=[1]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i tick_time=[0,4294967295] rmask=400 cmask=7ff07 info=800c0103 rate_num=0 rate_den=0
0 frame_bits=[16]i period_time=(166,65536000] period_size=[32,524288]i buffer_time=(166,131072000] buffer_size=[32,1048576]i rmask=0 info=c0103
refine ... rate=[16000,192000] rmask=800 info=800c0103
0 period_time=(166,32768000] buffer_time=(166,65536000] rmask=0 info=c0103
refine ... rate=[16000] rmask=800 info=800c0103
0 rate=[16000]i period_time=[2000,32768000] buffer_time=[2000,65536000] rmask=0 info=c0103 rate_num=16000 rate_den=1
refine ... period_time=[125000,32768000] rmask=1000 info=800c0103
0 period_size=[2000,524288]i period_bytes=[4000,1048576] periods=[1,524]i buffer_time=[125000,65536000] buffer_size=[2000,1048576]i buffer_bytes=[4000,2097152]i rmask=0 info=c0103
refine ... period_time=[125000] rmask=1000 info=800c0103
0 period_time=[125000]i period_size=[2000]i period_bytes=[4000]i buffer_time=[125000,65500000] buffer_size=[2000,1048000]i buffer_bytes=[4000,2096000]i rmask=0 info=c0103
refine ... buffer_time=[500000,65500000] rmask=10000 info=800c0103
0 periods=[4,524]i buffer_size=[8000,1048000]i buffer_bytes=[16000,2096000]i rmask=0 info=c0103
refine ... buffer_time=[500000] rmask=10000 info=800c0103
0 periods=[4]i buffer_time=[500000]i buffer_size=[8000]i buffer_bytes=[16000]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# arecord, short periods
refine ... frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,32768000] period_size=[16,262144]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(83,65536000] buffer_size=[16,524288]i buffer_bytes=[64,2097152]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=800c0103 rate_num=0 rate_den=0
0 period_time=(83,5461334) buffer_time=(83,10922667) rmask=0 info=c0103
refine ... rate=[48000] rmask=800 info=800c0103
0 rate=[48000]i period_time=(333,5461334) buffer_time=(333,10922667) rmask=0 info=c0103 rate_num=48000 rate_den=1
refine ... period_time=[5000,5461334) rmask=1000 info=800c0103
0 period_size=[240,262144]i period_bytes=[960,1048576] buffer_time=[5000,10922667) buffer_size=[240,524288]i buffer_bytes=[960,2097152]i rmask=0 info=c0103
refine ... period_time=[5000] rmask=1000 info=800c0103
0 period_time=[5000]i period_size=[240]i period_bytes=[960]i buffer_time=[5000,5120000] buffer_size=[240,245760]i buffer_bytes=[960,983040]i rmask=0 info=c0103
refine ... buffer_time=[20000,5120000] rmask=10000 info=800c0103
0 periods=[4,1024]i buffer_size=[960,245760]i buffer_bytes=[3840,983040]i rmask=0 info=c0103
refine ... buffer_time=[20000] rmask=10000 info=800c0103
0 periods=[4]i buffer_time=[20000]i buffer_size=[960]i buffer_bytes=[3840]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# arecord, sizes
refine access=8 format=400 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=2 cmask=7ff07 info=800c0103
0 sample_bits=[32]i frame_bits=[32,1024]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 info=c0103 msbits=32
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[64]i period_time=(41,16384000] period_size=[8,131072]i buffer_time=(41,32768000] buffer_size=[8,262144]i rmask=0 info=c0103
refine ... rate=[44100,192000] rmask=800 info=800c0103
0 period_time=(41,2972155) buffer_time=(41,5944309) rmask=0 info=c0103
refine ... rate=[44100] rmask=800 info=800c0103
0 rate=[44100]i period_time=(181,2972155) buffer_time=(181,5944309) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... period_size=[333,131072]i rmask=2000 info=800c0103
0 period_time=(7551,2972155) period_bytes=[2664,1048576] periods=[1,787]i buffer_time=(7551,5944309) buffer_size=[333,262144]i buffer_bytes=[2664,2097152]i rmask=0 info=c0103
refine ... period_size=[333]i rmask=2000 info=800c0103
0 period_time=(7551,7552) period_bytes=[2664]i buffer_time=(7551,5942654) buffer_size=[333,262071]i buffer_bytes=[2664,2096568]i rmask=0 info=c0103
refine ... buffer_size=[1999,262071]i rmask=20000 info=800c0103
0 periods=[7,787]i buffer_time=(52857,5942654) buffer_size=[2331,262071]i buffer_bytes=[18648,2096568]i rmask=0 info=c0103
refine ... periods=[1,787]i buffer_time=(7551,5942654) buffer_size=[333,1998]i buffer_bytes=[2664,2096568]i rmask=20000 info=800c0103
0 periods=[1,6]i buffer_time=(7551,45307) buffer_bytes=[2664,15984]i rmask=0 info=c0103
refine ... buffer_size=[1998]i rmask=20000 info=800c0103
0 periods=[6]i buffer_time=(45306,45307) buffer_bytes=[15984]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# arecord --dump-hw-params
# arecord through plug
refine access=9 format=cccc,3 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=800 cmask=7ff07 info=800c0103
0 rate=[8000]i period_time=[125,65536000] buffer_time=[125,131072000] rmask=0 info=c0103 rate_num=8000 rate_den=1
refine ... rate=[192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(5,2730667) buffer_time=(5,5461334) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... channels=[1,4294967295]i rate=[8000,192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=400 info=800c0103 rate_num=0 rate_den=0
0 channels=[1,32]i rmask=0 info=c0103
refine ... channels=[1]i rmask=400 info=800c0103
0 frame_bits=[16,32]i period_time=(83,65536000] period_size=[16,524288]i buffer_time=(83,131072000] buffer_size=[16,1048576]i rmask=0 info=c0103
refine ... frame_bits=[16,1024]i channels=[32]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=400 info=800c0103
0 frame_bits=[512,1024]i period_time=(5,2048000] period_size=[1,16384]i buffer_time=(5,4096000] buffer_size=[1,32768]i rmask=0 info=c0103
refine ... frame_bits=[16,1024]i channels=[1,32]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i info=800c0103
0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... format=8 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[16,512]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[8000] rmask=800 info=800c0103
0 rate=[8000]i period_time=[125,65536000] buffer_time=[125,131072000] rmask=0 info=c0103 rate_num=8000 rate_den=1
refine ... rate=[192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(5,2730667) buffer_time=(5,5461334) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... channels=[1]i rate=[8000,192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=400 info=800c0103 rate_num=0 rate_den=0
0 frame_bits=[16]i period_time=(166,65536000] period_size=[32,524288]i buffer_time=(166,131072000] buffer_size=[32,1048576]i rmask=0 info=c0103
refine ... frame_bits=[16,512]i channels=[32]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=400 info=800c0103
0 frame_bits=[512]i period_time=(5,2048000] period_size=[1,16384]i buffer_time=(5,4096000] buffer_size=[1,32768]i rmask=0 info=c0103
refine ... sample_bits=[16,32]i frame_bits=[16,32]i channels=[1]i period_time=(83,65536000] period_size=[16,524288]i buffer_time=(83,131072000] buffer_size=[16,1048576]i rmask=2 info=800c0103 msbits=0
0 sample_bits=[16]i frame_bits=[16]i period_time=(166,65536000] period_size=[32,524288]i buffer_time=(166,131072000] buffer_size=[32,1048576]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[8000] rmask=800 info=800c0103
0 rate=[8000]i period_time=[4000,65536000] buffer_time=[4000,131072000] rmask=0 info=c0103 rate_num=8000 rate_den=1
refine ... rate=[192000] period_time=(166,65536000] buffer_time=(166,131072000] rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(166,2730667) buffer_time=(166,5461334) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... format=cccc,3 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[37000,192000] period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=800 info=800c0103 msbits=0 rate_num=0 rate_den=0
0 period_time=(5,14169946) buffer_time=(5,28339892) rmask=0 info=c0103
refine ... rate=[37000] rmask=800 info=800c0103
0 rate=[37000]i period_time=(27,14169946) buffer_time=(27,28339892) rmask=0 info=c0103 rate_num=37000 rate_den=1
refine ... channels=[1]i rate=[37000,192000] period_time=(5,14169946) buffer_time=(5,28339892) rmask=400 info=800c0103 rate_num=0 rate_den=0
0 frame_bits=[16,32]i period_time=(83,14169946) period_size=[16,524288]i buffer_time=(83,28339892) buffer_size=[16,1048576]i rmask=0 info=c0103
refine ... format=8 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[16]i period_time=(166,14169946) period_size=[32,524288]i buffer_time=(166,28339892) buffer_size=[32,1048576]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[37000] rmask=800 info=800c0103
0 rate=[37000]i period_time=(864,14169946) buffer_time=(864,28339892) rmask=0 info=c0103 rate_num=37000 rate_den=1
refine ... rate=[192000] period_time=(166,14169946) buffer_time=(166,28339892) rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(166,2730667) buffer_time=(166,5461334) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... format=cccc,3 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[37000]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=800 info=800c0103 msbits=0 rate_num=0 rate_den=0
0 period_time=(27,14169946) buffer_time=(27,28339892) rmask=0 info=c0103 rate_num=37000 rate_den=1
refine ... channels=[1]i rmask=400 info=800c0103
0 frame_bits=[16,32]i period_time=(432,14169946) period_size=[16,524288]i buffer_time=(432,28339892) buffer_size=[16,1048576]i rmask=0 info=c0103
refine ... format=8 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[16]i period_time=(864,14169946) period_size=[32,524288]i buffer_time=(864,28339892) buffer_size=[32,1048576]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... period_time=[125000,14169946) rmask=1000 info=800c0100
0 period_size=[4625,524288]i period_bytes=[9250,1048576] periods=[1,226]i buffer_time=[125000,28339892) buffer_size=[4625,1048576]i buffer_bytes=[9250,2097152]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_time=[125000]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(864,28339892) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_size=[4625]i period_bytes=[9250]i periods=[1,226]i buffer_time=[125000,28250000] buffer_size=[4625,1045250]i buffer_bytes=[9250,2090500]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(864,28339892) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[9250]i periods=[1,226]i buffer_time=[125000,28250000] buffer_bytes=[9250,2090500]i rmask=0 info=c0103
refine ... buffer_size=[18500,1045250]i rmask=20000 info=800c0100
0 periods=[4,226]i buffer_time=[500000,28250000] buffer_bytes=[37000,2090500]i rmask=0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(864,28339892) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[9250]i periods=[4,226]i buffer_time=[500000,28250000] buffer_bytes=[37000,2090500]i rmask=0 info=c0103
refine ... buffer_size=[18500]i rmask=20000 info=800c0100
0 periods=[4]i buffer_time=[500000]i buffer_bytes=[37000]i rmask=0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(864,28339892) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[9250]i periods=[4]i buffer_time=[500000]i buffer_bytes=[37000]i rmask=0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(864,28339892) buffer_bytes=[64,2097152]i tick_time=[0]i rmask=a3000 cmask=fff07 info=800c0100
0 period_bytes=[9250]i periods=[4]i buffer_time=[500000]i buffer_bytes=[37000]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... access=1 rmask=1 info=800c0100
0 rmask=0 info=c0103
refine ... access=7 sample_bits=[0,4294967295] frame_bits=[0,4294967295] period_bytes=[0,4294967295] buffer_bytes=[0,4294967295] rmask=ffffffff cmask=bbc07 info=800c0100 msbits=0 rate_num=0 rate_den=0
0 access=1 sample_bits=[16]i frame_bits=[16]i period_bytes=[9250]i buffer_bytes=[37000]i rmask=0 cmask=fff07 info=c0103 msbits=16 rate_num=37000 rate_den=1
params ... info=800c0103
0 info=c0103
# arecord through plug, cd
refine access=9 format=4 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=2 cmask=7ff07 info=800c0103
0 sample_bits=[16]i frame_bits=[16,512]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[8000] rmask=800 info=800c0103
0 rate=[8000]i period_time=[125,65536000] buffer_time=[125,131072000] rmask=0 info=c0103 rate_num=8000 rate_den=1
refine ... rate=[192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(5,2730667) buffer_time=(5,5461334) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... channels=[1]i rate=[8000,192000] period_time=(5,65536000] buffer_time=(5,131072000] rmask=400 info=800c0103 rate_num=0 rate_den=0
0 frame_bits=[16]i period_time=(166,65536000] period_size=[32,524288]i buffer_time=(166,131072000] buffer_size=[32,1048576]i rmask=0 info=c0103
refine ... frame_bits=[16,512]i channels=[32]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=400 info=800c0103
0 frame_bits=[512]i period_time=(5,2048000] period_size=[1,16384]i buffer_time=(5,4096000] buffer_size=[1,32768]i rmask=0 info=c0103
refine ... format=cccc,3 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[2,32]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=400 info=800c0103 msbits=0
0 frame_bits=[32,1024]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 info=c0103
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32,64]i period_time=(41,32768000] period_size=[8,262144]i buffer_time=(41,65536000] buffer_size=[8,524288]i rmask=0 info=c0103
refine ... format=4 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[32]i period_time=(83,32768000] period_size=[16,262144]i buffer_time=(83,65536000] buffer_size=[16,524288]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[8000] rmask=800 info=800c0103
0 rate=[8000]i period_time=[2000,32768000] buffer_time=[2000,65536000] rmask=0 info=c0103 rate_num=8000 rate_den=1
refine ... rate=[192000] period_time=(83,32768000] buffer_time=(83,65536000] rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(83,1365334) buffer_time=(83,2730667) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... format=cccc,3 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[44100,192000] period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=800 info=800c0103 msbits=0 rate_num=0 rate_den=0
0 period_time=(5,11888617) buffer_time=(5,23777234) rmask=0 info=c0103
refine ... rate=[44100] rmask=800 info=800c0103
0 rate=[44100]i period_time=(22,11888617) buffer_time=(22,23777234) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... channels=[2,32]i rate=[44100,192000] period_time=(5,11888617) buffer_time=(5,23777234) rmask=400 info=800c0103 rate_num=0 rate_den=0
0 frame_bits=[32,1024]i period_time=(5,5944309) period_size=[1,262144]i buffer_time=(5,11888617) buffer_size=[1,524288]i rmask=0 info=c0103
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32,64]i period_time=(41,5944309) period_size=[8,262144]i buffer_time=(41,11888617) buffer_size=[8,524288]i rmask=0 info=c0103
refine ... format=4 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[32]i period_time=(83,5944309) period_size=[16,262144]i buffer_time=(83,11888617) buffer_size=[16,524288]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... rate=[44100] rmask=800 info=800c0103
0 rate=[44100]i period_time=(362,5944309) buffer_time=(362,11888617) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... rate=[192000] period_time=(83,5944309) buffer_time=(83,11888617) rmask=800 info=800c0103 rate_num=0 rate_den=0
0 rate=[192000]i period_time=(83,1365334) buffer_time=(83,2730667) rmask=0 info=c0103 rate_num=192000 rate_den=1
refine ... format=cccc,3 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[44100]i period_time=(5,65536000] period_size=[1,524288]i buffer_time=(5,131072000] buffer_size=[1,1048576]i rmask=800 info=800c0103 msbits=0 rate_num=0 rate_den=0
0 period_time=(22,11888617) buffer_time=(22,23777234) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... channels=[2,32]i rmask=400 info=800c0103
0 frame_bits=[32,1024]i period_time=(22,5944309) period_size=[1,262144]i buffer_time=(22,11888617) buffer_size=[1,524288]i rmask=0 info=c0103
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32,64]i period_time=(181,5944309) period_size=[8,262144]i buffer_time=(181,11888617) buffer_size=[8,524288]i rmask=0 info=c0103
refine ... format=4 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[32]i period_time=(362,5944309) period_size=[16,262144]i buffer_time=(362,11888617) buffer_size=[16,524288]i rmask=0 info=c0103 msbits=16
refine ... info=800c0100
0 info=c0103
refine ... period_time=[125000,5944309) rmask=1000 info=800c0100
0 period_time=(125011,5944309) period_size=[5513,262144]i period_bytes=[22052,1048576] periods=[1,95]i buffer_time=(125011,11888617) buffer_size=[5513,524288]i buffer_bytes=[22052,2097152]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_time=(362,125000) period_size=[16,262144]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_size=[16,524288]i buffer_bytes=[64,2097152]i rmask=1000 info=800c0100
0 period_time=(362,124989) period_size=[16,5512]i period_bytes=[64,22048] rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_time=(125011,125012] period_size=[5513,262144]i period_bytes=[64,1048576] buffer_size=[5513,524288]i rmask=23000 info=800c0100
0 period_time=(125011,125012) period_size=[5513]i period_bytes=[22052]i periods=[1,95]i buffer_time=(125011,11876078) buffer_size=[5513,523735]i buffer_bytes=[22052,2094940]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[22052]i periods=[1,95]i buffer_time=(125011,11876078) buffer_bytes=[22052,2094940]i rmask=0 info=c0103
refine ... buffer_size=[22050,523735]i rmask=20000 info=800c0100
0 periods=[4,95]i buffer_time=(500045,11876078) buffer_size=[22052,523735]i buffer_bytes=[88208,2094940]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... periods=[1,95]i buffer_time=(125011,11876078) buffer_size=[5513,22049]i buffer_bytes=[22052,2094940]i rmask=20000 info=800c0100
0 periods=[1,3]i buffer_time=(125011,375035) buffer_size=[5513,16539]i buffer_bytes=[22052,66156]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_size=[22052,523735]i buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[22052]i periods=[4,95]i buffer_time=(500045,11876078) buffer_bytes=[88208,2094940]i rmask=0 info=c0103
refine ... buffer_size=[22052]i rmask=20000 info=800c0100
0 periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_bytes=[64,2097152]i rmask=23000 info=800c0100
0 period_bytes=[22052]i periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c0103
refine ... period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_bytes=[64,2097152]i tick_time=[0]i rmask=a3000 cmask=fff07 info=800c0100
0 period_bytes=[22052]i periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c0103
refine ... info=800c0100
0 info=c0103
refine ... access=8 info=800c0100
0 info=c0103
# arecord through dsnoop
refine access=1 format=cccc,3 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=1 cmask=7ff07 info=800c0103
0 rmask=0 info=c0103
refine ... format=400 rmask=2 info=800c0103
0 sample_bits=[32]i frame_bits=[32,1024]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 info=c0103 msbits=32
refine ... channels=[2,32]i rmask=400 info=800c0103
0 frame_bits=[64,1024]i period_time=(5,16384000] period_size=[1,131072]i buffer_time=(5,32768000] buffer_size=[1,262144]i rmask=0 info=c0103
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[64]i period_time=(41,16384000] period_size=[8,131072]i buffer_time=(41,32768000] buffer_size=[8,262144]i rmask=0 info=c0103
refine ... rate=[48000,192000] rmask=800 info=800c0103
0 period_time=(41,2730667) buffer_time=(41,5461334) rmask=0 info=c0103
refine ... rate=[48000] rmask=800 info=800c0103
0 rate=[48000]i period_time=(166,2730667) buffer_time=(166,5461334) rmask=0 info=c0103 rate_num=48000 rate_den=1
refine ... period_size=[1024,131072]i rmask=2000 info=800c0103
0 period_time=(21333,2730667) period_bytes=[8192,1048576] periods=[1,256]i buffer_time=(21333,5461334) buffer_size=[1024,262144]i buffer_bytes=[8192,2097152]i rmask=0 info=c0103
refine ... period_size=[1024]i rmask=2000 info=800c0103
0 period_time=(21333,21334) period_bytes=[8192]i rmask=0 info=c0103
refine ... periods=[16,256]i rmask=8000 info=800c0103
0 buffer_time=(341333,5461334) buffer_size=[16384,262144]i buffer_bytes=[131072,2097152]i rmask=0 info=c0103
refine ... periods=[16]i rmask=8000 info=800c0103
0 buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[131072]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# sox
refine access=9 format=cccc,3 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i flags=1 cmask=7ff07 info=800c0103
0 rmask=0 info=c0103
refine ... access=8 rmask=1 info=800c0103
0 rmask=0 info=c0103
refine ... format=4 rmask=2 info=800c0103
0 sample_bits=[16]i frame_bits=[16,512]i rmask=0 info=c0103 msbits=16
refine ... rate=[48000,192000] rmask=800 info=800c0103
0 period_time=(5,10922667) buffer_time=(5,21845334) rmask=0 info=c0103
refine ... rate=[48000] rmask=800 info=800c0103
0 rate=[48000]i period_time=(20,10922667) buffer_time=(20,21845334) rmask=0 info=c0103 rate_num=48000 rate_den=1
refine ... channels=[2,32]i rmask=400 info=800c0103
0 frame_bits=[32,512]i period_time=(20,5461334) period_size=[1,262144]i buffer_time=(20,10922667) buffer_size=[1,524288]i rmask=0 info=c0103
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32]i period_time=(333,5461334) period_size=[16,262144]i buffer_time=(333,10922667) buffer_size=[16,524288]i rmask=0 info=c0103
refine ... period_size=[2048,262144]i rmask=2000 info=800c0103
0 period_time=(42666,5461334) period_bytes=[8192,1048576] periods=[1,256]i buffer_time=(42666,10922667) buffer_size=[2048,524288]i buffer_bytes=[8192,2097152]i rmask=0 info=c0103
refine ... period_size=[2048]i rmask=2000 info=800c0103
0 period_time=(42666,42667) period_bytes=[8192]i rmask=0 info=c0103
refine ... buffer_size=[16384,524288]i rmask=20000 info=800c0103
0 periods=[8,256]i buffer_time=(341333,10922667) buffer_bytes=[65536,2097152]i rmask=0 info=c0103
refine ... buffer_size=[16384]i rmask=20000 info=800c0103
0 periods=[8]i buffer_time=(341333,341334) buffer_bytes=[65536]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# ffmpeg
refine access=8 format=4 subformat=1 sample_bits=[16]i frame_bits=[16,512]i channels=[1,32]i rate=[48000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=800 cmask=7ff07 info=800c0103 msbits=16
0 period_time=(5,10922667) buffer_time=(5,21845334) rmask=0 info=c0103
refine ... rate=[48000] rmask=800 info=800c0103
0 rate=[48000]i period_time=(20,10922667) buffer_time=(20,21845334) rmask=0 info=c0103 rate_num=48000 rate_den=1
refine ... channels=[2]i rmask=400 info=800c0103
0 frame_bits=[32]i period_time=(333,5461334) period_size=[16,262144]i buffer_time=(333,10922667) buffer_size=[16,524288]i rmask=0 info=c0103
refine ... buffer_size=[131072,524288]i rmask=20000 info=800c0103
0 period_time=(2666,5461334) period_size=[128,262144]i period_bytes=[512,1048576] buffer_time=(2730666,10922667) buffer_bytes=[524288,2097152]i rmask=0 info=c0103
refine ... buffer_size=[131072]i rmask=20000 info=800c0103
0 period_time=(2666,2730667) period_size=[128,131072]i period_bytes=[512,524288] buffer_time=(2730666,2730667) buffer_bytes=[524288]i rmask=0 info=c0103
refine ... period_size=[128]i rmask=2000 info=800c0103
0 period_time=(2666,2667) period_bytes=[512]i periods=[1024]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# gstreamer
refine ... rate=[44100]i period_time=[10000,5944309) period_size=[16,262144]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_size=[16,524288]i buffer_bytes=[64,2097152]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=800c0103 rate_num=44100
0 period_size=[441,262144]i period_bytes=[1764,1048576] buffer_time=[10000,11888617) buffer_size=[441,524288]i buffer_bytes=[1764,2097152]i rmask=0 info=c0103
refine ... period_time=[10000] rmask=1000 info=800c0103
0 period_time=[10000]i period_size=[441]i period_bytes=[1764]i buffer_time=[10000,10240000] buffer_size=[441,451584]i buffer_bytes=[1764,1806336]i rmask=0 info=c0103
refine ... buffer_time=[200000,10240000] rmask=10000 info=800c0103
0 periods=[20,1024]i buffer_size=[8820,451584]i buffer_bytes=[35280,1806336]i rmask=0 info=c0103
refine ... buffer_time=[200000] rmask=10000 info=800c0103
0 periods=[20]i buffer_time=[200000]i buffer_size=[8820]i buffer_bytes=[35280]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# gstreamer, low latency
refine ... period_time=[5000,5944309) period_size=[16,262144]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(362,11888617) buffer_size=[16,524288]i buffer_bytes=[64,2097152]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=800c0103
0 period_time=(5011,5944309) period_size=[221,262144]i period_bytes=[884,1048576] buffer_time=(5011,11888617) buffer_size=[221,524288]i buffer_bytes=[884,2097152]i rmask=0 info=c0103
refine ... period_time=(362,5000) period_size=[16,262144]i period_bytes=[64,1048576] buffer_time=(362,11888617) buffer_size=[16,524288]i buffer_bytes=[64,2097152]i rmask=1000 info=800c0103
0 period_time=(362,4989) period_size=[16,220]i period_bytes=[64,880] buffer_time=(362,5108391) buffer_size=[16,225280]i buffer_bytes=[64,901120]i rmask=0 info=c0103
refine ... period_time=(5011,5012] period_size=[221,262144]i period_bytes=[884,1048576] buffer_time=(5011,11888617) buffer_size=[221,524288]i buffer_bytes=[884,2097152]i rmask=1000 info=800c0103
0 period_time=(5011,5012) period_size=[221]i period_bytes=[884]i buffer_time=(5011,5131610) buffer_size=[221,226304]i buffer_bytes=[884,905216]i rmask=0 info=c0103
refine ... buffer_time=[20000,5131610) rmask=10000 info=800c0103
0 periods=[4,1024]i buffer_time=(20045,5131610) buffer_size=[884,226304]i buffer_bytes=[3536,905216]i rmask=0 info=c0103
refine ... periods=[1,1024]i buffer_time=(5011,20000) buffer_size=[221,226304]i buffer_bytes=[884,905216]i rmask=10000 info=800c0103
0 periods=[1,3]i buffer_time=(5011,15035) buffer_size=[221,663]i buffer_bytes=[884,2652]i rmask=0 info=c0103
refine ... periods=[4,1024]i buffer_time=(20045,20046] buffer_size=[884,226304]i buffer_bytes=[3536,905216]i rmask=10000 info=800c0103
0 periods=[4]i buffer_time=(20045,20046) buffer_size=[884]i buffer_bytes=[3536]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# pipewire
refine access=1 format=cccc,3 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i flags=1 rmask=1 cmask=7ff07 info=800c0103
0 rmask=0 info=c0103
refine ... format=4000 rmask=2 info=800c0103
0 sample_bits=[32]i frame_bits=[32,1024]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 info=c0103 msbits=32
refine ... channels=[32]i rmask=400 info=800c0103
0 frame_bits=[1024]i period_time=(5,1024000] period_size=[1,8192]i period_bytes=[128,1048576] buffer_time=(5,2048000] buffer_size=[1,16384]i buffer_bytes=[128,2097152]i rmask=0 info=c0103
refine ... rate=[48000,192000] rmask=800 info=800c0103
0 period_time=(5,170667) buffer_time=(5,341334) rmask=0 info=c0103
refine ... rate=[48000] rmask=800 info=800c0103
0 rate=[48000]i period_time=(20,170667) buffer_time=(20,341334) rmask=0 info=c0103 rate_num=48000 rate_den=1
refine ... period_size=[1024,8192]i rmask=2000 info=800c0103
0 period_time=(21333,170667) period_bytes=[131072,1048576] periods=[1,16]i buffer_time=(21333,341334) buffer_size=[1024,16384]i buffer_bytes=[131072,2097152]i rmask=0 info=c0103
refine ... period_size=[1024]i rmask=2000 info=800c0103
0 period_time=(21333,21334) period_bytes=[131072]i rmask=0 info=c0103
refine ... buffer_size=[16384]i rmask=20000 info=800c0103
0 periods=[16]i buffer_time=(341333,341334) buffer_bytes=[2097152]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
# pipewire, small periods
refine access=8 format=4000 subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i flags=1 rmask=2 cmask=7ff07 info=800c0103
0 sample_bits=[32]i frame_bits=[32,1024]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 info=c0103 msbits=32
refine ... channels=[32]i rmask=400 info=800c0103
0 frame_bits=[1024]i period_time=(5,1024000] period_size=[1,8192]i period_bytes=[128,1048576] buffer_time=(5,2048000] buffer_size=[1,16384]i buffer_bytes=[128,2097152]i rmask=0 info=c0103
refine ... rate=[44100,192000] rmask=800 info=800c0103
0 period_time=(5,185760) buffer_time=(5,371520) rmask=0 info=c0103
refine ... rate=[44100] rmask=800 info=800c0103
0 rate=[44100]i period_time=(22,185760) buffer_time=(22,371520) rmask=0 info=c0103 rate_num=44100 rate_den=1
refine ... period_size=[256,8192]i rmask=2000 info=800c0103
0 period_time=(5804,185760) period_bytes=[32768,1048576] periods=[1,64]i buffer_time=(5804,371520) buffer_size=[256,16384]i buffer_bytes=[32768,2097152]i rmask=0 info=c0103
refine ... period_size=[256]i rmask=2000 info=800c0103
0 period_time=(5804,5805) period_bytes=[32768]i rmask=0 info=c0103
refine ... periods=[32,64]i rmask=8000 info=800c0103
0 buffer_time=(185759,371520) buffer_size=[8192,16384]i buffer_bytes=[1048576,2097152]i rmask=0 info=c0103
refine ... periods=[32]i rmask=8000 info=800c0103
0 buffer_time=(185759,185760) buffer_size=[8192]i buffer_bytes=[1048576]i rmask=0 info=c0103
refine ... info=800c0103
0 info=c0103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=800c0103
0 tick_time=[0]i rmask=0 info=c0103
params ... info=800c0103
0 info=c0103
