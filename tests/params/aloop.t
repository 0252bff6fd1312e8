# 6.1.0-56-amd64, record seed 1, 100 requests
card aloop
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
params ...
0 access=1 format=4 sample_bits=[16]i frame_bits=[16]i channels=[1]i rate=[8000]i period_time=[4000]i period_size=[32]i period_bytes=[64]i periods=[1024]i buffer_time=[4096000]i buffer_size=[32768]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=16 rate_num=8000 rate_den=1
refine access=1 format=cccc,3,ffffffff* subformat=1 sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i
0 rate=[192000]i period_time=(5,2730667) buffer_time=(5,5461334) rmask=0 cmask=11000 info=c0103 rate_num=192000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[8000,192000] period_time=(5,65536000] period_size=(0,524288)i buffer_time=(4294967295] buffer_bytes=(564029,4294967295]i rmask=ffffffff cmask=0 info=ffffffff rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... periods=[11025,1024]i rmask=8000 cmask=0
EINVAL
refine ... period_time=(5,65536001] buffer_time=[5,1563726] rmask=11000 cmask=0
0 period_time=(5,37529375] period_size=[1,300235]i buffer_time=(5,1563726] buffer_size=[1,300235]i rmask=0 cmask=33000
refine ... buffer_bytes=[480,2097152) rmask=40000 cmask=0
0 buffer_time=(20,1563726] buffer_size=[4,300235]i buffer_bytes=[480,2097151]i rmask=0 cmask=70000
refine ... format=4 rmask=2 cmask=0
0 sample_bits=[16]i frame_bits=[16,512]i buffer_time=(41,1563726] buffer_size=[8,300235]i rmask=0 cmask=30300 msbits=16
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000 cmask=0
EINVAL
refine ... buffer_size=[9847,44100]i rmask=ffffffff cmask=0
0 period_time=(52,5512500] period_size=[10,44100]i buffer_time=(51286,1563726] buffer_bytes=[19694,2097151]i rmask=0 cmask=53000
refine ... rate=[8000,192001] buffer_time=(816446]i rmask=10800 cmask=0
EINVAL
refine ... subformat=82554f0b,eda037b channels=[0]i rmask=404 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 frame_bits=[16]i channels=[1]i rate=[8000]i period_time=[4000]i period_size=[32]i period_bytes=[64]i periods=[390]i buffer_time=[1560000]i buffer_size=[12480]i buffer_bytes=[24960]i tick_time=[0]i cmask=ffe01 rate_num=8000 rate_den=1
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... periods=[1025]i rmask=8000 cmask=0
EINVAL
params ...
0 access=1 format=4 sample_bits=[16]i frame_bits=[16]i channels=[1]i rate=[8000]i period_time=[4000]i period_size=[32]i period_bytes=[64]i periods=[1024]i buffer_time=[4096000]i buffer_size=[32768]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=16 rate_num=8000 rate_den=1
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... period_bytes=[69659,116785) rmask=4000 cmask=0
0 period_time=(2838,7299000] period_size=[545,58392]i buffer_time=(2838,131072000] buffer_size=[545,1048576]i buffer_bytes=[1090,2097152]i rmask=0 cmask=73000
refine ... frame_bits=[450]i rmask=ffffffff cmask=0
EINVAL
refine ... buffer_bytes=[1091,2097151]i rmask=40000 cmask=0
0 buffer_time=(2838,131071875] buffer_size=[545,1048575]i rmask=0 cmask=30000
refine ... buffer_size=[308950]i rmask=20000 cmask=0
0 frame_bits=[20,52]i channels=[1,3]i period_time=(64364,3861875] period_size=[12358,30895]i periods=[10,25]i buffer_time=(1609114,38618750] buffer_bytes=[772375,2008175]i rmask=0 cmask=5b600
refine ... channels=[1,3)i rmask=400 cmask=0
0 channels=[1,2]i rmask=0
refine ... sample_bits=(4095023,32]i period_time=[4294967294,3861875] rmask=1100
EINVAL
refine ... tick_time=[4294967294] rmask=80000
0 tick_time=[4294967294]i rmask=0
refine ... period_time=[3861876,3861875] buffer_bytes=[772375,100000)i rmask=ffffffff
EINVAL
refine ... frame_bits=[38,830557133]i rmask=200
0 format=0,3,ffffffff* sample_bits=[24]i frame_bits=[48]i channels=[2]i period_time=(64364,1544750] period_size=[12358]i period_bytes=[74148]i periods=[25]i buffer_bytes=[1853700]i rmask=0 cmask=4f702 msbits=24
params ...
ENOENT
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... period_time=(8] rmask=1000 cmask=0
EINVAL
refine ... channels=[19,6891]i buffer_size=[1]i rmask=ffffffff cmask=0
0 frame_bits=[512,1024]i channels=[19,32]i period_time=(5,125] period_size=[1]i period_bytes=[64,128] periods=[1]i buffer_time=(5,125] buffer_bytes=[64,128]i rmask=0 cmask=5f600
refine ... sample_bits=[19,32)i rmask=100 cmask=0
0 format=0,3,ffffffff* sample_bits=[24]i frame_bits=[528,768]i channels=[22,32]i period_bytes=[66,96] buffer_bytes=[66,96]i rmask=0 cmask=44702 msbits=24
refine ... sample_bits=[25]i rmask=ffffffff cmask=0
EINVAL
refine ... subformat=1 rmask=8004 cmask=0
0 rmask=0
refine ... frame_bits=[528,767] buffer_bytes=[81,92]i rmask=ffffffff
0 frame_bits=[648,720]i channels=[27,30]i period_bytes=[81,90] buffer_bytes=[81,90]i rmask=0 cmask=44600
refine ... access=45a621e8,c3dba96b rmask=1 cmask=0
0 access=8 rmask=0 cmask=1
refine ... buffer_time=[5,5512]i rmask=10000 cmask=0
0 rmask=0
refine ... buffer_bytes=(81,4065403]i rmask=40000
0 frame_bits=[672,720]i channels=[28,30]i period_bytes=[84,90] buffer_bytes=[84,90]i rmask=0 cmask=44600
params ...
0 format=0,1 frame_bits=[672]i channels=[28]i rate=[8000]i period_time=[125]i period_bytes=[84]i buffer_time=[125]i buffer_bytes=[84]i tick_time=[0]i cmask=d5e02 rate_num=8000 rate_den=1
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... rate=[65536,78487)i rmask=ffffffff cmask=0
0 rate=[65536,78486]i period_time=(12,8000000] buffer_time=(12,16000000] rmask=0 cmask=11000
refine ... period_size=[524288] rmask=2000 cmask=0
0 format=c,0,ffffffff* sample_bits=[16]i frame_bits=[16]i channels=[1]i period_time=(6680019,8000000] period_size=[524288]i period_bytes=[1048576]i periods=[1,2]i buffer_time=(6680019,16000000] buffer_size=[524288,1048576]i buffer_bytes=[1048576,2097152]i rmask=0 cmask=7f702 msbits=16
refine ... rmask=2000 cmask=0
0 rmask=0
params ...
0 access=1 format=4 rate=[65536]i period_time=[8000000]i periods=[2]i buffer_time=[16000000]i buffer_size=[1048576]i buffer_bytes=[2097152]i tick_time=[0]i cmask=f9803 rate_num=65536 rate_den=1
refine format=200 period_bytes=[65536]i
EINVAL
refine flags=1546ad1 rmask=80000
0 rmask=0 info=c0103
refine access=0
EINVAL
refine periods=(1,4294967294)i
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[2,1024]i buffer_time=(10,131072000] buffer_size=[2,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... frame_bits=[16,1023)i buffer_bytes=[394,2097152]i rmask=40200 cmask=0
0 frame_bits=[16,1022]i buffer_time=(20,131072000] buffer_size=[4,1048576]i rmask=0 cmask=30000
refine ... periods=[568]i rmask=8000 cmask=0
0 period_time=(5,230750] period_size=[1,1846]i period_bytes=[64,235827) buffer_time=(2958,131066000] buffer_size=[568,1048528]i buffer_bytes=[1136,2097152]i rmask=0 cmask=77000
refine ... access=83235a43,650fa0c6 rmask=1 cmask=0
0 access=1 rmask=0 cmask=1
refine ... period_size=[556,1846]i rmask=2000 cmask=0
0 frame_bits=[16,53]i channels=[1,3]i period_time=(2895,230750] period_bytes=[1112,12230) buffer_time=(1644833,131066000] buffer_size=[315808,1048528]i buffer_bytes=[631616,2097152]i rmask=0 cmask=75600
params ...
0 format=4 sample_bits=[16]i frame_bits=[16]i channels=[1]i rate=[8000]i period_time=[69500]i period_size=[556]i period_bytes=[1112]i buffer_time=[39476000]i buffer_size=[315808]i buffer_bytes=[631616]i tick_time=[0]i cmask=f7f02 msbits=16 rate_num=8000 rate_den=1
params rate=[3271538268,4294967295] period_size=[96000] periods=(0,4294967295] buffer_size=(0,4)
EINVAL
refine flags=226a7885
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine period_size=[12,11]
EINVAL
refine frame_bits=[0,1]
EINVAL
refine format=0
EINVAL
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... frame_bits=(16,1025)i rmask=ffffffff cmask=0
0 frame_bits=[17,1024]i period_time=(5,61680875] period_size=[1,493447]i buffer_time=(5,123361875] buffer_size=[1,986895]i rmask=0 cmask=33000
refine ... period_bytes=(418575,1048576] tick_time=[4294967294,4294967295) rmask=84000 cmask=0
0 period_time=(17036,61680875] period_size=[3271,493447]i periods=[1,301]i buffer_time=(17036,123361875] buffer_size=[3271,986895]i buffer_bytes=[6951,2097152]i rmask=0 cmask=7b000
params ...
ENOENT
refine access=234c,d128,c3b4,417d,167f,6856,3fec,34ce format=da2c,1d97,35a2,8ce5,2830,1cf3,1a2ea21c,696a subformat=af34,c666,a7fb,e890,dbe4,dcb6,8170,57cf0e3b frame_bits=(42362,4294967295) channels=[2061168529,4294967295]i rate=(0,4294967295] period_time=(155564585,4294967295] period_size=(0,1532) periods=(37127,4294967295] buffer_time=(23754,31521)i buffer_size=(50526,2665235460) buffer_bytes=(0,28996]i tick_time=[30962,45467]i flags=ee226519 rmask=40 cmask=93596189 info=a9d3ad37 msbits=44808 rate_num=18168 rate_den=36204 fifo_size=18420013816461927311
0 rmask=0 info=c0103 fifo_size=0
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... frame_bits=[16,300] rmask=200 cmask=0
0 frame_bits=[16,300]i channels=[1,18]i period_time=(10,65536000] period_size=[2,524288]i buffer_time=(10,131072000] buffer_size=[2,1048576]i rmask=0 cmask=33600
refine ... rate=[131452,192000] rmask=800 cmask=0
0 period_time=(10,3988437) buffer_time=(10,7976874) rmask=0 cmask=11000
refine ... period_size=(524287,524288]i rmask=2000 cmask=0
0 format=c,0,ffffffff* sample_bits=[16]i frame_bits=[16]i channels=[1]i period_time=(2730666,3988437) period_size=[524288]i period_bytes=[1048576]i periods=[1,2]i buffer_time=(2730666,7976874) buffer_size=[524288,1048576]i buffer_bytes=[1048576,2097152]i rmask=0 cmask=7d702 msbits=16
params ...
0 access=1 format=4 rate=[131452]i period_time=(3988436,3988437) periods=[2]i buffer_time=(7976873,7976874) buffer_size=[1048576]i buffer_bytes=[2097152]i tick_time=[0]i cmask=fdf03 rate_num=131452 rate_den=1
params format=0
EINVAL
refine access=ba377518,77309aa0,c9fa3d9a,35d30d1b,9523e294,91e29f5e,f7dd39ae,5d731723 format=9b666565,79ecba2a,b74404b8,15e8388f,1fe9e6a0,38c5dfc0,27d44d7f,66ba1ebb subformat=f576393f,1410e702,cd296724,2b3cae12,35e270db,3e32dd30,8ab296f2,ad32c590 sample_bits=(0,4241104656] frame_bits=(4233362856,4294967295)i channels=[2427872470,4294967295]i rate=[1213938922,4294967295] period_time=(0,4294967295) period_size=[276743947,3353590705]i period_bytes=(2303625030,4294967295)i periods=(1974483509,4294967295] buffer_time=[0,4268276744) buffer_size=(0,4294967295) buffer_bytes=[1011905217,1574472323) tick_time=(0,4294967295]i flags=15d887f8 rmask=400 cmask=65158bf1 info=ada02abf msbits=3516813834 rate_num=2988931374 rate_den=2707413403 fifo_size=5802076547390515427
EINVAL
refine format=e20372ea,57d484af
0 access=9,0,ffffffff* format=40c8,3 subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine frame_bits=[0,4294967295]e
EINVAL
refine access=0
EINVAL
params access=0
EINVAL
refine channels=(0,3) periods=[3447557915,4294967295] buffer_bytes=[2,11] tick_time=[913629002]
EINVAL
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... frame_bits=[16,377]i rmask=200 cmask=0
0 channels=[1,23]i period_time=(10,65536000] period_size=[2,524288]i buffer_time=(10,131072000] buffer_size=[2,1048576]i rmask=0 cmask=33400
refine ... access=48a0e36e,3fa8c299 period_size=[2]i rmask=2001 cmask=0
0 access=8 frame_bits=[256,377]i channels=[8,23]i period_time=(10,250] period_bytes=[64,95) buffer_time=(10,256000] buffer_size=[2,2048]i buffer_bytes=[64,96512]i rmask=0 cmask=75601
refine ... buffer_time=[10,255999] rmask=10000 cmask=0
0 rmask=0
refine ... buffer_size=[337,1999)i rmask=20000
0 periods=[169,999]i buffer_time=(1760,249750] buffer_size=[338,1998]i buffer_bytes=[10816,94155]i rmask=0 cmask=78000
refine ... channels=(8,14)i rmask=400 cmask=0
0 format=ccc0,3,ffffffff* sample_bits=[24,32]i channels=[9,13]i rmask=0 cmask=102
refine ... sample_bits=(24,32]i rmask=100 cmask=0
0 format=ccc0,0,ffffffff* sample_bits=[32]i frame_bits=[288,352]i channels=[9,11]i period_bytes=[72,88] buffer_bytes=[12168,87912]i rmask=0 cmask=44702 msbits=32
refine ... buffer_time=(1761,185387) rmask=ffffffff cmask=0
0 rmask=0
refine ... sample_bits=[1000,367830]i buffer_time=(1761) rmask=10100
EINVAL
refine ... rate=(8000,191999] rmask=800
0 period_time=(10,250) rmask=0 cmask=1000
params ...
0 format=40 frame_bits=[288]i channels=[9]i rate=(8000,8001] period_time=(249,250) period_bytes=[72]i periods=[741]i buffer_time=(185226,185250) buffer_size=[1482]i buffer_bytes=[53352]i tick_time=[0]i cmask=fde02 rate_num=8001 rate_den=1
refine access=0,200000 subformat=10000 buffer_bytes=(1599,4294967295)
EINVAL
refine buffer_size=(8000,4294967295)i buffer_bytes=(1,4294967295)
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(41,65536000] period_size=[8,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(41671,131072000] buffer_size=[8001,1048576]i buffer_bytes=[16002,2097152]i rmask=0 cmask=7ff07 info=c0103
refine buffer_bytes=(4294967295)i
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[2,2097152]i rmask=0 cmask=7ff07 info=c0103
refine access=1000000
EINVAL
refine
0 access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,32]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i rmask=0 cmask=7ff07 info=c0103
refine ... channels=(1,32)i rmask=400 cmask=0
0 frame_bits=[32,992]i channels=[2,31]i period_time=(5,32768000] period_size=[1,262144]i buffer_time=(5,65536000] buffer_size=[1,524288]i rmask=0 cmask=33200
refine ... period_time=(6701253,14234964) rmask=1000 cmask=0
0 frame_bits=[32,156]i channels=[2,9]i rate=[8000,39119) period_size=[53611,262144]i period_bytes=[214444,1048576] periods=[1,9]i buffer_time=(1370459,65536000] buffer_size=[53611,524288]i buffer_bytes=[214444,2097152]i rmask=0 cmask=7ee00
refine ... period_bytes=(214444,1048577) rmask=4000 cmask=0
0 period_bytes=(214444,1048576] rmask=0 cmask=4000
refine ... buffer_bytes=[578054]i rmask=40000 cmask=0
EINVAL
params ...
0 access=1 format=4 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[8000]i period_time=[6701500]i period_size=[53612]i period_bytes=[214448]i periods=[9]i buffer_time=[60313500]i buffer_size=[482508]i buffer_bytes=[1930032]i tick_time=[0]i cmask=fff03 msbits=16 rate_num=8000 rate_den=1
refine access=9,0,ffffffff* format=8000 subformat=1,0,ffffffff* sample_bits=(15,32)i frame_bits=(256,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=[1,1024]i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i
EINVAL
params access=9,0,ffffffff* format=cccc,3,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,21]i frame_bits=[16,1024]i channels=[1,32]i rate=[8000,192000] period_time=(5,65536000] period_size=[1,524288]i period_bytes=[64,1048576] periods=(2000000,1024)i buffer_time=(5,131072000] buffer_size=[1,1048576]i buffer_bytes=[64,2097152]i
EINVAL
