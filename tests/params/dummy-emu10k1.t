# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-emu10k1
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
refine access=1 format=6,0,ffffffff* subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i
0 rate=[48000]i period_time=(333,1365334) buffer_time=(333,2730667) rmask=0 cmask=11000 info=40103 rate_num=48000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[5500,48000] period_time=(333,11915637) period_size=(15,65536)i buffer_time=(4294967295) buffer_bytes=(50621,4294967295]i rmask=ffffffff cmask=0 info=ffffffff rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... periods=[11025,1024] rmask=8000 cmask=0
EINVAL
refine ... period_time=(333,11915638] buffer_time=[333,1567704] rmask=11000 cmask=0
0 buffer_time=(333,1567704] buffer_size=[16,75249]i rmask=0 cmask=30000
refine ... buffer_bytes=[480,131072) rmask=40000 cmask=0
0 buffer_time=[2500,1567704] buffer_size=[120,75249]i buffer_bytes=[480,131071]i rmask=0 cmask=70000
refine ... format=4 rmask=2 cmask=0
0 sample_bits=[16]i frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_size=[120,65535]i rmask=0 cmask=23300 msbits=16
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000 cmask=0
EINVAL
refine ... buffer_size=[44100,47119]i rmask=ffffffff cmask=0
0 frame_bits=[16]i channels=[1]i rate=(28130,48000] period_time=(916,1164878) period_size=[44,32768]i period_bytes=[88,65536] periods=(1,1024] buffer_time=[918750,1567704] buffer_bytes=[88200,94238]i rmask=0 cmask=5fe00
refine ... rate=[28130,48001] buffer_time=[1070496]i rmask=10800 cmask=0
0 rate=(41195,44017) period_time=(999,795437) rmask=0 cmask=1800
refine ... subformat=82554f0b,eda037b channels=[0]i rmask=404 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 rate=(41195,41196) period_time=(1068,1069) period_size=[44]i period_bytes=[88]i periods=(1002,1003) buffer_size=[44100]i buffer_bytes=[88200]i tick_time=[0]i cmask=ef801 rate_num=41195 rate_den=1
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... periods=[1025] rmask=8000 cmask=0
EINVAL
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... period_bytes=[18779,116785) rmask=4000 cmask=0
0 period_time=(97812,11915637) period_size=[4695,65536]i period_bytes=[18779,65536] periods=[1,28) buffer_time=(97812,23831273) buffer_size=[4695,131072]i buffer_bytes=[4695,131072]i rmask=0 cmask=7f000
refine ... frame_bits=[450]i rmask=ffffffff cmask=0
EINVAL
refine ... buffer_bytes=[4696,131071]i rmask=40000 cmask=0
0 buffer_time=(97812,23831091) buffer_size=[4695,131071]i rmask=0 cmask=30000
refine ... buffer_size=[107882]i rmask=20000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(391229,11915637) period_size=[18779,65536]i periods=(1,6) buffer_time=(2247541,19614910) buffer_bytes=[107882]i rmask=0 cmask=5b702 msbits=8
refine ... channels=[1)i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(8,4095023)i period_time=[4294967294,11915637] rmask=1100 cmask=0
EINVAL
refine ... sample_bits=[8,4294967295]i rmask=100 cmask=0
0 sample_bits=[8]i rmask=0 cmask=100
refine ... period_time=[27,11915637] buffer_bytes=(100000,107882]i rmask=ffffffff cmask=0
0 period_time=(391229,11915637) buffer_bytes=[107882]i rmask=0 cmask=41000
refine ... rmask=200 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(3414363,3414364) period_size=[18779]i period_bytes=[18779]i periods=(5,6) buffer_time=(19614909,19614910) tick_time=[0]i cmask=9f801 rate_num=5500 rate_den=1
refine tick_time=(0,4294967295] rmask=ec7bb6d0
0 frame_bits=[0,4294967295]i channels=[1,2]i period_size=[0,4294967295]i periods=[1,1024] buffer_size=[0,4294967295]i rmask=0 cmask=2a600 info=40103
refine access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,7]i frame_bits=[20,26]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i
EINVAL
refine flags=f5
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
params period_time=[4294967295]i
EINVAL
params access=0 rmask=282a5cda
EINVAL
params buffer_time=[0,4294967295]e rmask=45a5ea4a
EINVAL
params flags=796f73
0 access=1 format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=8 rate_num=5500 rate_den=1
params tick_time=[0,4294967295]e rmask=998ec8e2
EINVAL
refine sample_bits=[90207,1126306676] periods=(4294967295,1885] buffer_time=(4294967294,4294967295]
EINVAL
params rate=[0,4294967295]e
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... subformat=83235a43,650fa0c6 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
refine format=0
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... frame_bits=[9,32]i periods=(16,1024) rmask=8200 cmask=0
0 period_time=(333,1323819) period_size=[16,7281]i period_bytes=[64,29124] buffer_time=(5354,21183273) buffer_size=[257,116508]i buffer_bytes=[290,131072]i rmask=0 cmask=77000
refine ... frame_bits=(31,33]i rmask=200 cmask=0
0 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] buffer_time=(5354,5957819) buffer_size=[257,32768]i buffer_bytes=[1028,131072]i rmask=0 cmask=77702 msbits=16
refine ... period_bytes=[4569] buffer_size=[0,257]i rmask=24000 cmask=0
EINVAL
refine ... tick_time=[12,65535) rmask=80000 cmask=0
0 rmask=0
refine ... subformat=1 period_time=(227970) rmask=1004
EINVAL
refine ... format=4 channels=[2,1] rmask=402
EINVAL
refine ... period_bytes=[48000,8188] rmask=4000
EINVAL
refine ... access=8 rate=[47999,192000) rmask=801
0 rate=[47999,48000] period_time=(333,42647) buffer_time=(5354,682681) rmask=0 cmask=11800
params ...
0 rate=[47999]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=(1023,1024) buffer_time=(341319,341320) buffer_size=[16383]i buffer_bytes=[65532]i tick_time=[12]i cmask=ff800 rate_num=47999 rate_den=1
refine access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=[11915638,3908879005]i period_size=[65535]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... channels=[386,2] buffer_time=[332,23831273) rmask=10400 cmask=0
EINVAL
refine ... rate=(48001] rmask=800 cmask=0
EINVAL
refine ... rate=[103]i rmask=ffffffff cmask=0
EINVAL
refine ... access=8 rmask=ffffffff cmask=0
0 rmask=0
refine ... tick_time=[371221086] rmask=ffffffff
0 tick_time=[371221086]i rmask=0
refine ... period_time=[1024,11915637)i rmask=ffffffff
0 period_time=[1024,11915636]i rmask=0
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=[12000]i period_size=[66]i period_bytes=[66]i periods=[1024]i buffer_time=[12288000]i buffer_size=[67584]i buffer_bytes=[67584]i cmask=7ff02 msbits=8 rate_num=5500 rate_den=1
refine rmask=0
0 info=40103
params format=0,10000000 subformat=80000000 channels=[15784660,4294967295] buffer_bytes=[32]i
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... channels=[1,22916829)i period_time=[424088,11915637] rmask=1400 cmask=0
0 channels=[1,2]i period_time=[424088,11915637) period_size=[2333,65536]i period_bytes=[2333,65536] periods=[1,57) buffer_time=(48604,23831273) buffer_size=[2333,131072]i buffer_bytes=[2333,131072]i rmask=0 cmask=7f400
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(424181,424182) period_size=[2333]i period_bytes=[2333]i periods=(56,57) buffer_time=(23831272,23831273) buffer_size=[131072]i buffer_bytes=[131072]i tick_time=[0]i cmask=fff03 msbits=8 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... rate=[79] rmask=800 cmask=0
EINVAL
refine ... period_bytes=(65535,65536] periods=[625] rmask=c000 cmask=0
EINVAL
refine ... buffer_size=[256,300]i rmask=ffffffff cmask=0
0 period_time=(333,54546) period_size=[16,300]i period_bytes=[64,1200] periods=[1,19) buffer_time=(5333,54546) buffer_bytes=[256,1200]i rmask=0 cmask=5f000
refine ... rate=[5499] tick_time=[2000000,4294967295] rmask=80800 cmask=0
EINVAL
refine ... frame_bits=[24]i buffer_time=(54545) rmask=ffffffff cmask=0
EINVAL
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(4,5) buffer_time=(54545,54546) buffer_size=[300]i buffer_bytes=[300]i tick_time=[0]i cmask=fff03 msbits=8 rate_num=5500 rate_den=1
refine access=9,0,ffffffff* format=8bf9daef,cd296724 subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[6897,1024) buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i
EINVAL
refine period_bytes=(1,3551467570)
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine access=0,800000 period_bytes=[1,4294967295)
EINVAL
refine rmask=8a85d69e
0 format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=(0,4294967295] period_time=(0,4294967295] period_size=[16,65536] period_bytes=[64,65536] periods=[1,1024] buffer_time=(0,4294967295] buffer_size=[16,131072] buffer_bytes=[64,131072]i rmask=0 cmask=7ff06 info=40103
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... buffer_bytes=[111179,131072)i rmask=ffffffff cmask=0
0 period_time=(583,11915637) period_size=[28,65536]i buffer_time=(579062,23831091) buffer_size=[27795,131071]i buffer_bytes=[111179,131071]i rmask=0 cmask=33000
refine ... period_time=[11670990,11915636] buffer_bytes=(111178,131070]i rmask=41000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500,5616) period_size=[64191,65536]i period_bytes=[64191,65536] periods=(1,3) buffer_time=(19796830,23830910) buffer_size=[111179,131070]i buffer_bytes=[111179,131070]i rmask=0 cmask=3ef02 msbits=8
refine ... period_size=[64191,16) rmask=2000 cmask=0
EINVAL
params ...
0 access=1 rate=[5500]i period_time=(11671090,11671091) period_size=[64191]i period_bytes=[64191]i periods=(2,3) buffer_time=(23830909,23830910) buffer_size=[131070]i buffer_bytes=[131070]i tick_time=[0]i cmask=fff03 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... rate=[0,48000]i periods=[872,1024] rmask=8800 cmask=0
0 rate=[5500,48000]i period_time=(333,27273) period_size=[16,150]i period_bytes=[64,600] buffer_time=(290666,23831273) buffer_size=[13952,131072]i buffer_bytes=[13952,131072]i rmask=0 cmask=77800
refine ... subformat=1 periods=[1,1024] rmask=8004 cmask=0
0 rmask=0
refine ... sample_bits=(8,16)i rmask=100
EINVAL
refine ... buffer_size=[24,13953] rmask=20000
0 periods=(23,873) buffer_time=(290666,2536910) buffer_size=[3488,13953]i buffer_bytes=[13952,55812]i rmask=0 cmask=78000
refine ... access=8 rmask=1 cmask=0
0 rmask=0
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(218,219) buffer_time=(2536909,2536910) buffer_size=[13953]i buffer_bytes=[13953]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine access=3c8b34d4,53696e33,536a36c8,1f7933a1,8b0be073,bbffca80,e306e2e0,adbaa04f format=e780c83,3f1be6c,c5f06013,6bce6a50,fd4473f6,e7a3edcf,86185308,61954c27 subformat=22496784,9578843d,4b99b2cd,f24a806a,bff4ae76,719fbe9e,6c6df153,f67c0984 sample_bits=(0,4185187803)i frame_bits=[0,1218503534) channels=(1414566871,4294967295]i rate=[749813558,4294967295] period_time=(0,2316632843] period_size=[2188814924,4294967295)i period_bytes=(1741931318,3848490309)i periods=(2807044955,3698001531] buffer_time=(3306472476,4294967295) buffer_size=[2808030927,3046953384) buffer_bytes=(1449881701,4294967295)i tick_time=(0,2465925758] flags=3435313e rmask=cf9e3173 cmask=c8e66f75 info=57b664ec msbits=2610642241 rate_num=1363936845 rate_den=230763988 fifo_size=8986713578319237667
EINVAL
refine access=b6a1347,b3fc012c,a30e574f,e2807a52,95bf1d4b,21f1e376,bbd83fea,989a5bd1 format=848eb4c,3dba05fc,f54e8dd,b50d37f0,713f8cb,b8cb08c4,3e549113,b4989673 subformat=ec24a28b,40d4051e,b29b32b5,7f4db844,f32be43c,194f8ad3,75ee387e,9b42bef5 sample_bits=[2443510750,4294967295)i frame_bits=(2138094936,2597734501) channels=(2931350347,3310854522]i rate=(0,3381320902] period_time=(0,3669140095]i period_size=(3625855493,4294967295] period_bytes=[0,4230925402) periods=(0,3266516129)i buffer_time=(2874701337,4294967295]i buffer_size=[0,837611015]i buffer_bytes=[0,4204918296)i tick_time=[3379777646,4294967295) flags=1cde1ee9 rmask=29428620 cmask=df0f73a0 info=5cbdd56f msbits=2566029539 rate_num=109202896 rate_den=1435922681 fifo_size=18441062245056033457
EINVAL
refine period_size=(4294967295]i rmask=4774b81c
0 subformat=1,0,ffffffff* sample_bits=[3,64]i frame_bits=(0,1048576] channels=(0,349526) rate=[5500,48000] period_time=(20,4294967295] period_size=[1,206158430]i period_bytes=(0,4294967295] periods=[1,1024] buffer_time=(20,4294967295) buffer_size=[1,206158431) buffer_bytes=[64,131072]i rmask=0 cmask=7ff04 info=40103
refine flags=8f2
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine channels=[4165288690,4165288689]
EINVAL
refine
0 access=9,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,23831273) buffer_size=[16,131072]i buffer_bytes=[64,131072]i rmask=0 cmask=7ff07 info=40103
refine ... rate=(48001,48000]i period_bytes=(13180,14565] rmask=4800 cmask=0
EINVAL
refine ... frame_bits=[8,32)i period_bytes=[56532,65536] rmask=4200 cmask=0
0 frame_bits=[8,31]i period_time=(303937,11915637) period_size=[14589,65536]i periods=[1,9) buffer_time=(303937,23831273) buffer_size=[14589,131072]i buffer_bytes=[14589,131072]i rmask=0 cmask=7b000
refine ... channels=(1,3)i period_time=[157106,303936] rmask=1400 cmask=0
EINVAL
refine ... period_bytes=[16000,64621] rmask=4000 cmask=0
0 period_time=(303937,11749273) period_size=[14589,64621]i rmask=0 cmask=3000
params ...
0 access=1 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(2909090,2909091) period_size=[16000]i period_bytes=[16000]i periods=(8,9) buffer_time=(23831272,23831273) buffer_size=[131072]i buffer_bytes=[131072]i tick_time=[0]i cmask=fff03 msbits=8 rate_num=5500 rate_den=1
