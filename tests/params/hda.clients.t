# 6.1.0-56-amd64, what applications ask
card hda
# arecord -f cd
refine access=ffffffff,ffffffff format=ffffffff,ffffffff subformat=ffffffff,ffffffff
0 access=9 format=4 subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... access=8 rmask=1 info=80c90103
0 rmask=0 info=c90103
refine ... rate=[44100,96000] rmask=800 info=80c90103
0 period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[44100] rmask=800 info=80c90103
0 rate=[44100]i period_time=(725,11888617) buffer_time=(1451,23777234) rmask=0 info=c90103 rate_num=44100 rate_den=1
refine ... period_time=[125000,11888617) rmask=1000 info=80c90103
0 period_time=(125011,11888617) period_size=[5513,524288]i period_bytes=[22052,2097152] buffer_time=(250022,23777234) buffer_size=[11026,1048576]i buffer_bytes=[44104,4194304]i rmask=0 info=c90103
refine ... period_time=(725,125000) period_size=[32,524288]i period_bytes=[128,2097152] buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=1000 info=80c90103
0 period_time=(725,124989) period_size=[32,5512]i period_bytes=[128,22048] buffer_time=(1451,3999638) buffer_size=[64,176384]i buffer_bytes=[256,705536]i rmask=0 info=c90103
refine ... period_time=(125011,125012] period_size=[5513,524288]i period_bytes=[22052,2097152] buffer_time=(250022,23777234) buffer_size=[11026,1048576]i buffer_bytes=[44104,4194304]i rmask=1000 info=80c90103
0 period_time=(125011,125012) period_size=[5513]i period_bytes=[22052]i buffer_time=(250022,4000363) buffer_size=[11026,176416]i buffer_bytes=[44104,705664]i rmask=0 info=c90103
refine ... buffer_time=[500000,4000363) rmask=10000 info=80c90103
0 periods=[4,32]i buffer_time=(500045,4000363) buffer_size=[22052,176416]i buffer_bytes=[88208,705664]i rmask=0 info=c90103
refine ... periods=[2,32]i buffer_time=(250022,500000) buffer_size=[11026,176416]i buffer_bytes=[44104,705664]i rmask=10000 info=80c90103
0 periods=[2,3]i buffer_time=(250022,375035) buffer_size=[11026,16539]i buffer_bytes=[44104,66156]i rmask=0 info=c90103
refine ... periods=[4,32]i buffer_time=(500045,500046] buffer_size=[22052,176416]i buffer_bytes=[88208,705664]i rmask=10000 info=80c90103
0 periods=[4]i buffer_time=(500045,500046) buffer_size=[22052]i buffer_bytes=[88208]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# arecord mono 16 kHz
# arecord, short periods
refine ... rate=[48000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,10922667) buffer_time=(666,21845334) rmask=0 info=c90103
refine ... rate=[48000] rmask=800 info=80c90103
0 rate=[48000]i period_time=(666,10922667) buffer_time=(1333,21845334) rmask=0 info=c90103 rate_num=48000 rate_den=1
refine ... period_time=[5000,10922667) rmask=1000 info=80c90103
0 period_size=[240,524288]i period_bytes=[960,2097152] buffer_time=[10000,21845334) buffer_size=[480,1048576]i buffer_bytes=[1920,4194304]i rmask=0 info=c90103
refine ... period_time=[5000] rmask=1000 info=80c90103
0 period_time=[5000]i period_size=[240]i period_bytes=[960]i buffer_time=[10000,160000] buffer_size=[480,7680]i buffer_bytes=[1920,30720]i rmask=0 info=c90103
refine ... buffer_time=[20000,160000] rmask=10000 info=80c90103
0 periods=[4,32]i buffer_size=[960,7680]i buffer_bytes=[3840,30720]i rmask=0 info=c90103
refine ... buffer_time=[20000] rmask=10000 info=80c90103
0 periods=[4]i buffer_time=[20000]i buffer_size=[960]i buffer_bytes=[3840]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# arecord, sizes
# arecord --dump-hw-params
# arecord through plug
refine ... access=9 rate=[16000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 rate=[16000]i period_time=[2000,32768000] buffer_time=[4000,65536000] rmask=0 info=c90103 rate_num=16000 rate_den=1
refine ... rate=[96000] period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 rate=[96000]i period_time=(333,5461334) buffer_time=(666,10922667) rmask=0 info=c90103 rate_num=96000 rate_den=1
refine ... rate=[16000,96000] period_time=(333,32768000] buffer_time=(666,65536000] info=80c90103 rate_num=0 rate_den=0
0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... rate=[37000,96000] rmask=800 info=80c90103
0 rate=[44100,96000] period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[16000,37000) period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103
0 rate=[16000,32000] period_time=[1000,32768000] buffer_time=[2000,65536000] rmask=0 info=c90103
refine ... rate=[32000] rmask=800 info=80c90103
0 rate=[32000]i period_time=[1000,16384000] buffer_time=[2000,32768000] rmask=0 info=c90103 rate_num=32000 rate_den=1
refine ... rate=[32000,96000] period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,16384000] buffer_time=(666,32768000] rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... rate=[37000,96000] rmask=800 info=80c90103
0 rate=[44100,96000] period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[32000,37000) period_time=(333,16384000] buffer_time=(666,32768000] rmask=800 info=80c90103
0 rate=[32000]i period_time=[1000,16384000] buffer_time=[2000,32768000] rmask=0 info=c90103 rate_num=32000 rate_den=1
refine ... rate=[96000] period_time=(333,16384000] buffer_time=(666,32768000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 rate=[96000]i period_time=(333,5461334) buffer_time=(666,10922667) rmask=0 info=c90103 rate_num=96000 rate_den=1
refine ... rate=[37000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
EINVAL
refine ... rate=[74000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
EINVAL
refine ... rate=[32000]i period_time=[1000,16384000] buffer_time=[2000,32768000] info=80c90100 rate_num=32000
0 info=c90103
refine ... period_time=[125000,16384000] rmask=1000 info=80c90100
0 period_size=[4000,524288]i period_bytes=[16000,2097152] buffer_time=[250000,32768000] buffer_size=[8000,1048576]i buffer_bytes=[32000,4194304]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_time=[125000]i period_size=[32,524288]i period_bytes=[128,2097152] buffer_time=[2000,32768000] buffer_bytes=[256,4194304]i rmask=21000 info=80c90100
0 period_size=[4000]i period_bytes=[16000]i buffer_time=[250000,4000000] buffer_size=[8000,128000]i buffer_bytes=[32000,512000]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_size=[32,524288]i period_bytes=[128,2097152] buffer_time=[2000,32768000] buffer_bytes=[256,4194304]i rmask=21000 info=80c90100
0 period_size=[4000]i period_bytes=[16000]i buffer_time=[250000,4000000] buffer_bytes=[32000,512000]i rmask=0 info=c90103
refine ... buffer_size=[16000,128000]i rmask=20000 info=80c90100
0 periods=[4,32]i buffer_time=[500000,4000000] buffer_bytes=[64000,512000]i rmask=0 info=c90103
refine ... period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=[2000,32768000] buffer_bytes=[256,4194304]i rmask=21000 info=80c90100
0 period_size=[4000]i period_bytes=[16000]i periods=[4,32]i buffer_time=[500000,4000000] buffer_bytes=[64000,512000]i rmask=0 info=c90103
refine ... buffer_size=[16000]i rmask=20000 info=80c90100
0 periods=[4]i buffer_time=[500000]i buffer_bytes=[64000]i rmask=0 info=c90103
refine ... period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=[2000,32768000] buffer_bytes=[256,4194304]i rmask=21000 info=80c90100
0 period_size=[4000]i period_bytes=[16000]i periods=[4]i buffer_time=[500000]i buffer_bytes=[64000]i rmask=0 info=c90103
refine ... period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=[2000,32768000] buffer_bytes=[256,4194304]i tick_time=[0]i rmask=a1000 cmask=fff07 info=80c90100
0 period_size=[4000]i period_bytes=[16000]i periods=[4]i buffer_time=[500000]i buffer_bytes=[64000]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... access=1 rmask=1 info=80c90100
0 rmask=0 info=c90103
refine access=7 format=4 subformat=1 channels=[2]i rate=[32000,32001) period_time=[125000]i buffer_size=[16000,16002) tick_time=[0]i cmask=a1c07 info=80c90100
0 access=1 sample_bits=[16]i frame_bits=[32]i rate=[32000]i period_size=[4000]i period_bytes=[16000]i periods=[4]i buffer_time=[500000]i buffer_size=[16000]i buffer_bytes=[64000]i rmask=0 cmask=fff07 info=c90103 msbits=16 rate_num=32000 rate_den=1
refine ... info=80c90100
0 info=c90103
refine ... access=7 sample_bits=[0,4294967295] frame_bits=[0,4294967295] period_bytes=[0,4294967295] buffer_bytes=[0,4294967295] rmask=ffffffff cmask=bbc07 info=80c90100 msbits=0 rate_num=0 rate_den=0
0 access=1 sample_bits=[16]i frame_bits=[32]i period_bytes=[16000]i buffer_bytes=[64000]i rmask=0 cmask=fff07 info=c90103 msbits=16 rate_num=32000 rate_den=1
params ... info=80c90103
0 info=c90103
# arecord through plug, cd
refine ... access=9 rate=[44100,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[44100] rmask=800 info=80c90103
0 rate=[44100]i period_time=(725,11888617) buffer_time=(1451,23777234) rmask=0 info=c90103 rate_num=44100 rate_den=1
refine ... rate=[44100,96000] period_time=(333,11888617) buffer_time=(666,23777234) info=80c90100 rate_num=0 rate_den=0
0 info=c90103
refine ... rate=[96000] rmask=800 info=80c90103
0 rate=[96000]i period_time=(333,5461334) buffer_time=(666,10922667) rmask=0 info=c90103 rate_num=96000 rate_den=1
refine ... rate=[44100]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(725,11888617) buffer_time=(1451,23777234) rmask=0 info=c90103 rate_num=44100 rate_den=1
refine ... info=80c90100
0 info=c90103
refine ... period_time=[125000,11888617) rmask=1000 info=80c90100
0 period_time=(125011,11888617) period_size=[5513,524288]i period_bytes=[22052,2097152] buffer_time=(250022,23777234) buffer_size=[11026,1048576]i buffer_bytes=[44104,4194304]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_time=(725,125000) period_size=[32,524288]i period_bytes=[128,2097152] buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=1000 info=80c90100
0 period_time=(725,124989) period_size=[32,5512]i period_bytes=[128,22048] buffer_time=(1451,3999638) buffer_size=[64,176384]i buffer_bytes=[256,705536]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_time=(125011,125012] period_size=[5513,524288]i period_bytes=[128,2097152] buffer_time=(1451,23777234) buffer_size=[11026,1048576]i buffer_bytes=[256,4194304]i rmask=23000 info=80c90100
0 period_time=(125011,125012) period_size=[5513]i period_bytes=[22052]i buffer_time=(250022,4000363) buffer_size=[11026,176416]i buffer_bytes=[44104,705664]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_bytes=[128,2097152] buffer_time=(1451,23777234) buffer_bytes=[256,4194304]i rmask=23000 info=80c90100
0 period_bytes=[22052]i buffer_time=(250022,4000363) buffer_bytes=[44104,705664]i rmask=0 info=c90103
refine ... buffer_size=[22050,176416]i rmask=20000 info=80c90100
0 periods=[4,32]i buffer_time=(500045,4000363) buffer_size=[22052,176416]i buffer_bytes=[88208,705664]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... periods=[2,32]i buffer_time=(250022,4000363) buffer_size=[11026,22049]i buffer_bytes=[44104,705664]i rmask=20000 info=80c90100
0 periods=[2,3]i buffer_time=(250022,375035) buffer_size=[11026,16539]i buffer_bytes=[44104,66156]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_size=[22052,176416]i buffer_bytes=[256,4194304]i rmask=23000 info=80c90100
0 period_bytes=[22052]i periods=[4,32]i buffer_time=(500045,4000363) buffer_bytes=[88208,705664]i rmask=0 info=c90103
refine ... buffer_size=[22052]i rmask=20000 info=80c90100
0 periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c90103
refine ... period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_bytes=[256,4194304]i rmask=23000 info=80c90100
0 period_bytes=[22052]i periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c90103
refine ... period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_bytes=[256,4194304]i tick_time=[0]i rmask=a3000 cmask=fff07 info=80c90100
0 period_bytes=[22052]i periods=[4]i buffer_time=(500045,500046) buffer_bytes=[88208]i rmask=0 info=c90103
refine ... info=80c90100
0 info=c90103
refine ... access=8 info=80c90100
0 info=c90103
# arecord through dsnoop
refine ... access=1 rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=1 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 rmask=0 info=c90103
refine ... rate=[48000,96000] rmask=800 info=80c90103
0 period_time=(333,10922667) buffer_time=(666,21845334) rmask=0 info=c90103
refine ... rate=[48000] rmask=800 info=80c90103
0 rate=[48000]i period_time=(666,10922667) buffer_time=(1333,21845334) rmask=0 info=c90103 rate_num=48000 rate_den=1
refine ... period_size=[1024,524288]i rmask=2000 info=80c90103
0 period_time=(21333,10922667) period_bytes=[4096,2097152] buffer_time=(42666,21845334) buffer_size=[2048,1048576]i buffer_bytes=[8192,4194304]i rmask=0 info=c90103
refine ... period_size=[1024]i rmask=2000 info=80c90103
0 period_time=(21333,21334) period_bytes=[4096]i buffer_time=(42666,682667) buffer_size=[2048,32768]i buffer_bytes=[8192,131072]i rmask=0 info=c90103
refine ... periods=[16,32]i rmask=8000 info=80c90103
0 buffer_time=(341333,682667) buffer_size=[16384,32768]i buffer_bytes=[65536,131072]i rmask=0 info=c90103
refine ... periods=[16]i rmask=8000 info=80c90103
0 buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# sox
refine ... access=9 rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] flags=1 rmask=ffffffff cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 rmask=0 info=c90103
refine ... access=8 rmask=1 info=80c90103
0 rmask=0 info=c90103
refine ... rate=[48000,96000] rmask=800 info=80c90103
0 period_time=(333,10922667) buffer_time=(666,21845334) rmask=0 info=c90103
refine ... rate=[48000] rmask=800 info=80c90103
0 rate=[48000]i period_time=(666,10922667) buffer_time=(1333,21845334) rmask=0 info=c90103 rate_num=48000 rate_den=1
refine ... period_size=[2048,524288]i rmask=2000 info=80c90103
0 period_time=(42666,10922667) period_bytes=[8192,2097152] buffer_time=(85333,21845334) buffer_size=[4096,1048576]i buffer_bytes=[16384,4194304]i rmask=0 info=c90103
refine ... period_size=[2048]i rmask=2000 info=80c90103
0 period_time=(42666,42667) period_bytes=[8192]i buffer_time=(85333,1365334) buffer_size=[4096,65536]i buffer_bytes=[16384,262144]i rmask=0 info=c90103
refine ... buffer_size=[16384,65536]i rmask=20000 info=80c90103
0 periods=[8,32]i buffer_time=(341333,1365334) buffer_bytes=[65536,262144]i rmask=0 info=c90103
refine ... buffer_size=[16384]i rmask=20000 info=80c90103
0 periods=[8]i buffer_time=(341333,341334) buffer_bytes=[65536]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# ffmpeg
refine ... period_time=(666,10922667) period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1333,21845334) buffer_size=[131072,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] flags=0 rmask=20000 cmask=7ff07 info=80c90103
0 period_time=(85333,10922667) period_size=[4096,524288]i period_bytes=[16384,2097152] buffer_time=(2730666,21845334) buffer_bytes=[524288,4194304]i rmask=0 info=c90103
refine ... buffer_size=[131072]i rmask=20000 info=80c90103
0 period_time=(85333,1365334) period_size=[4096,65536]i period_bytes=[16384,262144] buffer_time=(2730666,2730667) buffer_bytes=[524288]i rmask=0 info=c90103
refine ... period_size=[4096]i rmask=2000 info=80c90103
0 period_time=(85333,85334) period_bytes=[16384]i periods=[32]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# gstreamer
refine ... rate=[44100]i period_time=[10000,11888617) period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80c90103 rate_num=44100
0 period_size=[441,524288]i period_bytes=[1764,2097152] buffer_time=[20000,23777234) buffer_size=[882,1048576]i buffer_bytes=[3528,4194304]i rmask=0 info=c90103
refine ... period_time=[10000] rmask=1000 info=80c90103
0 period_time=[10000]i period_size=[441]i period_bytes=[1764]i buffer_time=[20000,320000] buffer_size=[882,14112]i buffer_bytes=[3528,56448]i rmask=0 info=c90103
refine ... buffer_time=[200000,320000] rmask=10000 info=80c90103
0 periods=[20,32]i buffer_size=[8820,14112]i buffer_bytes=[35280,56448]i rmask=0 info=c90103
refine ... buffer_time=[200000] rmask=10000 info=80c90103
0 periods=[20]i buffer_time=[200000]i buffer_size=[8820]i buffer_bytes=[35280]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# gstreamer, low latency
refine ... period_time=[5000,11888617) period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=1000 cmask=7ff07 info=80c90103
0 period_time=(5011,11888617) period_size=[221,524288]i period_bytes=[884,2097152] buffer_time=(10022,23777234) buffer_size=[442,1048576]i buffer_bytes=[1768,4194304]i rmask=0 info=c90103
refine ... period_time=(725,5000) period_size=[32,524288]i period_bytes=[128,2097152] buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=1000 info=80c90103
0 period_time=(725,4989) period_size=[32,220]i period_bytes=[128,880] buffer_time=(1451,159638) buffer_size=[64,7040]i buffer_bytes=[256,28160]i rmask=0 info=c90103
refine ... period_time=(5011,5012] period_size=[221,524288]i period_bytes=[884,2097152] buffer_time=(10022,23777234) buffer_size=[442,1048576]i buffer_bytes=[1768,4194304]i rmask=1000 info=80c90103
0 period_time=(5011,5012) period_size=[221]i period_bytes=[884]i buffer_time=(10022,160363) buffer_size=[442,7072]i buffer_bytes=[1768,28288]i rmask=0 info=c90103
refine ... buffer_time=[20000,160363) rmask=10000 info=80c90103
0 periods=[4,32]i buffer_time=(20045,160363) buffer_size=[884,7072]i buffer_bytes=[3536,28288]i rmask=0 info=c90103
refine ... periods=[2,32]i buffer_time=(10022,20000) buffer_size=[442,7072]i buffer_bytes=[1768,28288]i rmask=10000 info=80c90103
0 periods=[2,3]i buffer_time=(10022,15035) buffer_size=[442,663]i buffer_bytes=[1768,2652]i rmask=0 info=c90103
refine ... periods=[4,32]i buffer_time=(20045,20046] buffer_size=[884,7072]i buffer_bytes=[3536,28288]i rmask=10000 info=80c90103
0 periods=[4]i buffer_time=(20045,20046) buffer_size=[884]i buffer_bytes=[3536]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# pulseaudio
refine ... access=1 rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] flags=1 rmask=1 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 rmask=0 info=c90103
refine ... rate=[44100,96000] rmask=800 info=80c90103
0 period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[44100] rmask=800 info=80c90103
0 rate=[44100]i period_time=(725,11888617) buffer_time=(1451,23777234) rmask=0 info=c90103 rate_num=44100 rate_den=1
refine ... buffer_size=[4408,1048576]i rmask=20000 info=80c90103
0 period_time=(3129,11888617) period_size=[138,524288]i period_bytes=[552,2097152] buffer_time=(99954,23777234) buffer_bytes=[17632,4194304]i rmask=0 info=c90103
refine ... buffer_size=[4408]i rmask=20000 info=80c90103
0 period_time=(3446,49978) period_size=[152,2204]i period_bytes=[608,8816] periods=[2,29]i buffer_time=(99954,99955) buffer_bytes=[17632]i rmask=0 info=c90103
refine ... period_size=[1102,2204]i rmask=2000 info=80c90103
0 period_time=(24988,49978) period_bytes=[4408,8816] periods=[2,4]i rmask=0 info=c90103
refine ... period_size=[1102]i rmask=2000 info=80c90103
0 period_time=(24988,24989) period_bytes=[4408]i periods=[4]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
refine ... access=9 rate=[16000]i period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] flags=0 rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 period_time=[2000,32768000] buffer_time=[4000,65536000] rmask=0 info=c90103 rate_num=16000 rate_den=1
refine ... rate=[22050]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(1451,23777234) buffer_time=(2902,47554468) rmask=0 info=c90103 rate_num=22050 rate_den=1
refine ... rate=[24000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
EINVAL
refine ... rate=[32000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=[1000,16384000] buffer_time=[2000,32768000] rmask=0 info=c90103 rate_num=32000 rate_den=1
refine ... rate=[48000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(666,10922667) buffer_time=(1333,21845334) rmask=0 info=c90103 rate_num=48000 rate_den=1
refine ... rate=[64000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
EINVAL
refine ... rate=[88200]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(362,5944309) buffer_time=(725,11888617) rmask=0 info=c90103 rate_num=88200 rate_den=1
refine ... rate=[96000]i period_time=(333,32768000] buffer_time=(666,65536000] rmask=800 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,5461334) buffer_time=(666,10922667) rmask=0 info=c90103 rate_num=96000 rate_den=1
# pulseaudio, no tsched
refine ... access=1 rate=[44100]i period_time=(725,11888617) buffer_time=(1451,23777234) buffer_size=[4797,1048576]i flags=1 rmask=20000 info=80c90103 rate_num=44100
0 period_time=(3401,11888617) period_size=[150,524288]i period_bytes=[600,2097152] buffer_time=(108775,23777234) buffer_bytes=[19188,4194304]i rmask=0 info=c90103
refine ... buffer_size=[4797]i rmask=20000 info=80c90103
0 period_time=(8367,36259) period_size=[369,1599]i period_bytes=[1476,6396] periods=[3,13]i buffer_time=(108775,108776) buffer_bytes=[19188]i rmask=0 info=c90103
refine ... period_size=[1599]i rmask=2000 info=80c90103
0 period_time=(36258,36259) period_bytes=[6396]i periods=[3]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# pulseaudio, no mmap, 44100 mono
refine ... access=8 rate=[44100,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,11888617) buffer_time=(666,23777234) rmask=0 info=c90103
refine ... rate=[44100] rmask=800 info=80c90103
0 rate=[44100]i period_time=(725,11888617) buffer_time=(1451,23777234) rmask=0 info=c90103 rate_num=44100 rate_den=1
refine ... buffer_size=[4408,1048576]i rmask=20000 info=80c90103
0 period_time=(3129,11888617) period_size=[138,524288]i period_bytes=[552,2097152] buffer_time=(99954,23777234) buffer_bytes=[17632,4194304]i rmask=0 info=c90103
refine ... buffer_size=[4408]i rmask=20000 info=80c90103
0 period_time=(3446,49978) period_size=[152,2204]i period_bytes=[608,8816] periods=[2,29]i buffer_time=(99954,99955) buffer_bytes=[17632]i rmask=0 info=c90103
refine ... period_size=[1102,2204]i rmask=2000 info=80c90103
0 period_time=(24988,49978) period_bytes=[4408,8816] periods=[2,4]i rmask=0 info=c90103
refine ... period_size=[1102]i rmask=2000 info=80c90103
0 period_time=(24988,24989) period_bytes=[4408]i periods=[4]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# pipewire
refine ... access=1 rate=[48000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=800 cmask=7ff07 info=80c90103 rate_num=0 rate_den=0
0 period_time=(333,10922667) buffer_time=(666,21845334) rmask=0 info=c90103
refine ... rate=[48000] rmask=800 info=80c90103
0 rate=[48000]i period_time=(666,10922667) buffer_time=(1333,21845334) rmask=0 info=c90103 rate_num=48000 rate_den=1
refine ... flags=5 rmask=ffffffff info=80c90103
0 rmask=0 info=c90103
refine ... period_size=[1024,524288]i rmask=2000 info=80c90103
0 period_time=(21333,10922667) period_bytes=[4096,2097152] buffer_time=(42666,21845334) buffer_size=[2048,1048576]i buffer_bytes=[8192,4194304]i rmask=0 info=c90103
refine ... period_size=[1024]i rmask=2000 info=80c90103
0 period_time=(21333,21334) period_bytes=[4096]i buffer_time=(42666,682667) buffer_size=[2048,32768]i buffer_bytes=[8192,131072]i rmask=0 info=c90103
refine ... buffer_size=[32768]i rmask=20000 info=80c90103
0 periods=[32]i buffer_time=(682666,682667) buffer_bytes=[131072]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
# pipewire, small periods
refine ... access=8 rate=[44100]i period_time=(725,11888617) period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(1451,23777234) buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=[0,4294967295] rmask=ffffffff cmask=7ff07 info=80c90103 rate_num=44100
0 rmask=0 info=c90103
refine ... period_size=[256,524288]i rmask=2000 info=80c90103
0 period_time=(5804,11888617) period_bytes=[1024,2097152] buffer_time=(11609,23777234) buffer_size=[512,1048576]i buffer_bytes=[2048,4194304]i rmask=0 info=c90103
refine ... period_size=[256]i rmask=2000 info=80c90103
0 period_time=(5804,5805) period_bytes=[1024]i buffer_time=(11609,185760) buffer_size=[512,8192]i buffer_bytes=[2048,32768]i rmask=0 info=c90103
refine ... periods=[32]i rmask=8000 info=80c90103
0 buffer_time=(185759,185760) buffer_size=[8192]i buffer_bytes=[32768]i rmask=0 info=c90103
refine ... info=80c90103
0 info=c90103
refine ... tick_time=[0] rmask=80000 cmask=fff07 info=80c90103
0 tick_time=[0]i rmask=0 info=c90103
params ... info=80c90103
0 info=c90103
