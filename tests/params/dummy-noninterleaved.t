# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-noninterleaved
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
params ...
0 access=2 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
refine access=2 format=6,0,ffffffff* subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
0 rate=[48000]i period_time=(333,1365334) buffer_time=(333,1365334) rmask=0 cmask=11000 info=40203 rate_num=48000 rate_den=1
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... format=2 rmask=ffffffff cmask=0
0 sample_bits=[8]i frame_bits=[8,16]i period_time=(666,11915637) period_size=[32,65536]i buffer_time=(666,11915637) buffer_size=[32,65536]i rmask=0 cmask=33300 msbits=8
refine ... periods=(1025,1024] rmask=ffffffff cmask=0
EINVAL
refine ... format=d242057e,551a1949 channels=[1,1160)i rmask=402 cmask=0
0 format=6 channels=[1,2]i rmask=0 cmask=402
refine ... buffer_time=[7310977,11915637) buffer_size=[65535,65537)i rmask=30000 cmask=0
0 frame_bits=[8]i channels=[1]i rate=[5500,8965) period_time=(7138,11915637) period_size=[64,65536]i buffer_size=[65535,65536]i buffer_bytes=[65535,65536]i rmask=0 cmask=43e00
refine ... format=2 buffer_bytes=[65535,65534) rmask=40002 cmask=0
EINVAL
refine ... access=10 rmask=1 cmask=0
0 rmask=0
params ...
0 format=2 rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=ff802 rate_num=5500 rate_den=1
refine flags=c
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... channels=[2]i periods=[1,976] flags=0 rmask=ffffffff cmask=0 info=ffffffff
0 frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_time=(333,5957819) buffer_size=[16,32768]i rmask=0 cmask=33200 info=40203
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... format=4 period_time=(441) rmask=1002 cmask=0
EINVAL
refine ... period_time=(6774178) rmask=ffffffff cmask=0
EINVAL
refine ... buffer_size=[16,15]i rmask=20000 cmask=0
EINVAL
refine ... frame_bits=(8,32) rmask=200 cmask=0
0 frame_bits=[9,31]i period_time=(354,10591637) period_size=[17,58254]i buffer_time=(354,10591637) buffer_size=[17,58254]i rmask=0 cmask=33200
params ...
0 access=2 format=2 sample_bits=[8]i frame_bits=[16]i channels=[2]i rate=[5500]i period_time=(5818,5819) period_size=[32]i period_bytes=[64]i periods=[1024]i buffer_time=(5957818,5957819) buffer_size=[32768]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff03 msbits=8 rate_num=5500 rate_den=1
refine access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[65536]i buffer_bytes=[64,65536]i
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1333,11915637) period_size=[64,65536]i buffer_time=(1365333,11915637) buffer_bytes=[65536]i rmask=0 cmask=53702 info=40203 msbits=8
refine channels=[0]i rmask=4089382c
EINVAL
refine flags=6cd rmask=0
0 info=40203
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... period_bytes=[64,71) rmask=4000 cmask=0
0 period_time=(333,12728) period_size=[16,70]i rmask=0 cmask=3000
refine ... period_time=(45082) tick_time=[4294967295] rmask=ffffffff cmask=0
EINVAL
refine ... period_time=[6310,12728] rmask=1000 cmask=0
0 frame_bits=[8,16]i rate=[5500,11094) period_time=[6310,12728) period_size=[35,70]i buffer_time=(3154,11915637) buffer_size=[35,65536]i rmask=0 cmask=33a00
refine ... access=10 format=2 rmask=3 cmask=0
0 sample_bits=[8]i rmask=0 cmask=100 msbits=8
refine ... rmask=1 cmask=0
0 rmask=0
refine ... buffer_bytes=[100000,65536)i rmask=40000
EINVAL
params ...
0 frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=ffe00 rate_num=5500 rate_den=1
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... sample_bits=(4095023,16]i buffer_size=[3,65536]i rmask=20100 cmask=0
EINVAL
refine ... tick_time=[4294967294] rmask=80000 cmask=0
0 tick_time=[4294967294]i rmask=0
refine ... period_time=[11915638,11915637] buffer_bytes=[64,100000)i rmask=ffffffff
EINVAL
refine ... frame_bits=[18,830557133]i rmask=200
0 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i period_time=(333,2978910) period_size=[16,16384]i buffer_time=(333,2978910) buffer_size=[16,16384]i rmask=0 cmask=33702 msbits=16
refine ... periods=[8,44099]i rmask=8000 cmask=0
0 period_time=(333,372364) period_size=[16,2048]i period_bytes=[64,8192] periods=[8,1024]i buffer_time=(2666,2978910) buffer_size=[128,16384]i buffer_bytes=[512,65536]i rmask=0 cmask=7f000
refine ... channels=[64,2)i buffer_bytes=(511,65535]i rmask=40400 cmask=0
EINVAL
params ...
ENOENT
refine access=6336,215b,905c062,689cc154,7659,ac8cdf26,8c75,599b2228 format=5719,1b9ce088,282a5cda,975123d9,cb190db4,45a5,e135,796f73d2 subformat=c8490df4,a7f6,4d2d,e44f,77d3,cc66,e8e3,2d3 sample_bits=(0,43871] frame_bits=(0,4294967295)i channels=(0,4055)i rate=[2742214549,4294967295]i period_time=(18020,4294967295] period_size=(0,4294967295] period_bytes=[0,4294967295) periods=[0,4294967295) buffer_size=(19557,2300200065]i buffer_bytes=(12458,47740)i tick_time=[436,4294967295]i flags=72d79bd8 rmask=20000 cmask=4046 info=86ff msbits=16316 rate_num=1642378655 rate_den=32248 fifo_size=214400472449884
0 format=19,1b88e000,282a5cda,975123d9,cb190db4,45a5,e135,796f73d2 sample_bits=[5,16]i frame_bits=[5,19]i channels=[1,3]i rate=[2742214549,4294967294]i period_time=(18020,1566241) period_size=(49414706,4294967295) period_bytes=(30884191,4294967295) periods=(0,1) buffer_time=(4,28) buffer_size=[19558,76382]i buffer_bytes=[12459,47739]i rmask=0 cmask=3ff46 info=40203 fifo_size=0
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... access=2 rmask=1 cmask=0
0 rmask=0
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine period_time=[4294967295] tick_time=(8,4294967295)
EINVAL
refine format=0
EINVAL
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... period_size=(16,5267851]i rmask=2000 cmask=0
0 period_time=(354,11915637) period_size=[17,65536]i buffer_time=(354,11915637) buffer_size=[17,65536]i rmask=0 cmask=33000
refine ... period_size=[65536]i rmask=2000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1365333,11915637) period_bytes=[65536]i periods=[1]i buffer_time=(1365333,11915637) buffer_size=[65536]i buffer_bytes=[65536]i rmask=0 cmask=7d702 msbits=8
refine ... periods=(0,1)i rmask=8100 cmask=0
EINVAL
refine ... access=2 period_size=[65535]i rmask=2001 cmask=0
EINVAL
refine ... channels=(1]i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(8,62192]i rmask=100 cmask=0
EINVAL
refine ... tick_time=[2696722536] rmask=80000 cmask=0
0 tick_time=[2696722536]i rmask=0
params ...
EINVAL
refine access=2 format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i tick_time=[1225534,4294967295]
0 rmask=0 info=40203
refine sample_bits=(0,1)
EINVAL
refine access=0,20000 subformat=0,4 buffer_bytes=[5512,1610880488] tick_time=[0,53863]
EINVAL
params frame_bits=[1454319263] period_size=(1,2390875571] periods=[2147483648] buffer_bytes=[65535]
EINVAL
refine access=8d6c,238f,ffa108f9,107f,786d,c7e,b4e6,8310 format=8fa5,5bc6ca8a,7464,47d4f0d7,6c6e,422b,5a619aa7,8b0d subformat=763e,e1be7d75,5595,2f9b,b41c,11c70b89,43af,79e sample_bits=[0,4294967295]i frame_bits=(37346,4294967295) channels=[39782,4294967295]i rate=(5608,535422624]i period_time=(10196,4294967295)i period_size=[336652034,4294967295) period_bytes=[0,15922) periods=(0,4294967295]i buffer_time=(384592479,4294967295)i buffer_size=(0,4294967295) buffer_bytes=[3304910493,4294967295) tick_time=(2830528234,4294967295) flags=46f8 rmask=fcca cmask=f5f3 info=fc53 msbits=3789271518 rate_num=49335 rate_den=2427872470 fifo_size=279224413894733
EINVAL
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... sample_bits=[480,16]i period_bytes=[4,493780423] rmask=4100 cmask=0
EINVAL
params ...
0 access=2 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
params rmask=100
0 access=2 format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40203 msbits=8 rate_num=5500 rate_den=1
refine flags=1
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... access=10 period_time=(333,2147483647] flags=0 rmask=ffffffff cmask=0 info=ffffffff
0 period_time=(333,11915637) rmask=0 cmask=1000 info=40203
params ... access=12,0,ffffffff* frame_bits=[30,32]i rmask=ffffffff cmask=0 info=ffffffff
0 access=2 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(2978909,2978910) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff03 info=40203 msbits=16 rate_num=5500 rate_den=1
refine access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,5499] period_time=[1439009,16001] period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
EINVAL
refine access=0
EINVAL
params access=0
EINVAL
refine channels=(0,3) periods=[3447557915,4294967295] buffer_bytes=[2,11] tick_time=[913629002]
EINVAL
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... frame_bits=[8,9]i rmask=200 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1333,11915637) period_size=[64,65536]i buffer_time=(1333,11915637) buffer_size=[64,65536]i rmask=0 cmask=33702 msbits=8
refine ... access=10 buffer_bytes=[64,42457] rmask=40001 cmask=0
0 period_time=(1333,7719455) period_size=[64,42457]i period_bytes=[64,42457] periods=[1,664) buffer_time=(1333,7719455) buffer_size=[64,42457]i buffer_bytes=[64,42457]i rmask=0 cmask=7f000
refine ... rate=[5500,48001] rmask=800 cmask=0
0 rate=[5500,48000] rmask=0 cmask=800
refine ... buffer_size=[13375]i rmask=20000 cmask=0
0 period_time=(1333,2431819) period_size=[64,13375]i period_bytes=[64,13375] periods=[1,209) buffer_time=(278645,2431819) buffer_bytes=[13375]i rmask=0 cmask=5f000
refine ... rmask=20000 cmask=0
0 rmask=0
refine ... rmask=1
0 rmask=0
refine ... period_time=(2209955,2229098) rmask=1000
0 rate=[5500,6053) period_size=[12155,13375]i period_bytes=[12155,13375] periods=[1,2) buffer_time=(2209648,2431819) rmask=0 cmask=1e800
refine ... period_bytes=(12155,13376) rmask=4000 cmask=0
0 period_size=[12156,13375]i period_bytes=[12156,13375] rmask=0 cmask=6000
refine ... rmask=40000 cmask=0
0 rmask=0
params ...
0 rate=[5500]i period_time=(2210181,2210182) period_size=[12156]i period_bytes=[12156]i periods=(1,2) buffer_time=(2431818,2431819) tick_time=[0]i cmask=9f800 rate_num=5500 rate_den=1
params access=12,0,ffffffff* format=0,2000 subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=(256,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i tick_time=[0,567816192)i
EINVAL
refine rmask=1
0 access=12,0,ffffffff* rmask=0 cmask=1 info=40203
params period_time=[0,3388288252) period_size=(3098318208,4294967295] buffer_time=(0)
EINVAL
refine access=f7f6b9,894211,178e5d1,bbe325,4ae582,f65d40,5609a2,4d6c90 format=184aed,1db8e7,a730d1,ba23cb,6dcd70,7bdf0c,46aefe,f1c748 subformat=b43a2669,dab5e0,96d00f5a,edd455,858398,1bcb3c,9cf2e,43108 sample_bits=[0,8747637) frame_bits=(0,1731014553] channels=(6752606,4294967295) rate=[7202643,4294967295]i period_time=[13564372,4294967295)i period_size=[1799577441,4294967295) period_bytes=(0,4294967295]i periods=(0,4294967295) buffer_time=(0,9185683] buffer_size=(239381,4099322) buffer_bytes=(0,15399167)i tick_time=(0,11806793)i flags=136bef rmask=9eb7db cmask=5d5f1c info=53f216 msbits=15835776 rate_num=3328494808 rate_den=4165288690 fifo_size=10687880088953493
EINVAL
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... period_time=[332,11915637] rmask=ffffffff
0 period_time=(333,11915637) rmask=0 cmask=1000
params ...
0 access=2 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff03 msbits=8 rate_num=5500 rate_den=1
refine
0 access=12,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40203
refine ... period_bytes=(44100,65536]i rmask=4000 cmask=0
0 period_time=(229708,11915637) period_size=[11026,65536]i period_bytes=[44101,65536]i periods=[1,6) buffer_time=(229708,11915637) buffer_size=[11026,65536]i buffer_bytes=[11026,65536]i rmask=0 cmask=7b000
refine ... period_size=[65535]i rmask=2000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1365312,11915455) period_bytes=[65535]i periods=[1,2) buffer_time=(1365312,11915637) buffer_size=[65535,65536]i buffer_bytes=[65535,65536]i rmask=0 cmask=7d702 msbits=8
refine ... frame_bits=[9,8)i rmask=200 cmask=0
EINVAL
refine ... period_time=(1365313,11915455) rmask=1000 cmask=0
0 rate=[5500,48000) rmask=0 cmask=800
refine ... buffer_time=[1365313,11915637] rmask=10000 cmask=0
0 rmask=0
refine ... buffer_time=[11915637] rmask=10000
EINVAL
params ...
0 access=2 rate=[5500]i period_time=(11915454,11915455) periods=(1,2) buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=f9801 rate_num=5500 rate_den=1
refine access=bd9fc5,2196a,ef5066,b47fc2,157277,7bdf05,3896a4,e096f2 format=72e74,a66d4991,ece25b16,31cf5e,20489e,5b46c7,221fc5,43abc619 subformat=b61ac8,50a29e,d79d9,2a859ad,24632d,c082145d,76ae42,14d75962 sample_bits=[11788943,4294967295)i frame_bits=[0,1200301] channels=(0,4294967295]i rate=[207867275,4294967295] period_time=[1203345,8899387] period_size=(15181358,4294967295) period_bytes=[0,4294967295)i periods=[0,3040167097]i buffer_time=[13422479,4294967295]i buffer_size=(14164018,4294967295)i buffer_bytes=[565794849,4294967295]i tick_time=[4809833,11012858)i flags=6cef1a37 rmask=100 cmask=b4bed1 info=32f99a msbits=2939360811 rate_num=4980926 rate_den=3507482 fifo_size=65361434346842480
EINVAL
refine frame_bits=(2824427447,2824427446]
EINVAL
params access=0 rmask=ea21161
EINVAL
refine access=0
EINVAL
