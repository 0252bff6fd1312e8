# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-rme9652
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
params ...
0 access=1 rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[0]i cmask=fff07 rate_num=5500 rate_den=1
refine access=1 format=400,0,ffffffff* subformat=1 sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i
0 rate=[48000]i period_time=(20,13125] buffer_time=(41,26250] rmask=0 cmask=11000 info=40103 msbits=32 rate_num=48000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[5500,48000] period_time=(20,114546) period_size=(0,630)i buffer_time=(4294967295) buffer_bytes=(66573,4294967295]i rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... periods=[11025,2]i rmask=8000 cmask=0
EINVAL
refine ... period_time=(20,114547] buffer_time=[41,71202] rmask=11000 cmask=0
0 rmask=0
refine ... buffer_bytes=[480,131040) rmask=40000
0 period_time=(62,114364) period_size=[3,629]i period_bytes=[312,65416] buffer_time=[125,71202] buffer_size=[6,1258]i buffer_bytes=[624,130832]i rmask=0 cmask=77000
refine ... format=400 buffer_time=[48834]i rmask=ffffffff cmask=0
0 rate=(5528,25761) period_time=(5240,113785) period_size=[135,629]i period_bytes=[14040,65416] buffer_size=[270,1258]i buffer_bytes=[28080,130832]i rmask=0 cmask=67800
refine ... rate=[5528,25762] rmask=800 cmask=0
0 rmask=0
refine ... period_bytes=[14041,56728] rmask=4000
0 rate=(5569,22321) period_time=(6092,97864) period_size=[136,545]i period_bytes=[14144,56680] buffer_size=[272,1090]i buffer_bytes=[28288,113360]i rmask=0 cmask=67800
refine ... rmask=ffffffff cmask=0
0 rmask=0
refine ... period_bytes=[37436] rmask=ffffffff
EINVAL
refine ... channels=[26,284] tick_time=(45082,9540894)i rmask=80400
0 channels=[26]i tick_time=[45083,9540893]i rmask=0 cmask=400
params ...
0 access=1 rate=(5569,5570) period_time=(24416,24417] period_size=[136]i period_bytes=[14144]i buffer_size=[272]i buffer_bytes=[28288]i tick_time=[45083]i cmask=e7c01 rate_num=5569 rate_den=1
refine access=eea92579,b36be5b6 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i
0 access=9 rmask=0 cmask=1 info=40103 msbits=32
refine access=80000000 frame_bits=[64] channels=(1203833725,4294967295) buffer_size=(4294967295]
EINVAL
params buffer_bytes=[4294967295]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... buffer_size=[2,48000)i rmask=20000 cmask=0
0 buffer_size=[2,47999]i rmask=0
refine ... buffer_time=[41,193881) rmask=10000
0 buffer_time=(41,193881) buffer_size=[2,9306]i rmask=0 cmask=30000
refine ... access=8 format=400 rmask=3 cmask=0
0 rmask=0
refine ... buffer_bytes=(3,17211)i rmask=40000
0 period_time=(20,14910) period_size=[1,82]i period_bytes=[104,8528] buffer_time=(41,29819) buffer_size=[2,164]i buffer_bytes=[208,17056]i rmask=0 cmask=77000
refine ... subformat=fd1ec4db,57d18a92 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
refine ... rmask=2 cmask=0
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
params ...
0 rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[0]i cmask=f7800 rate_num=5500 rate_den=1
refine buffer_time=[0,8001)
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,34910) period_size=[1,192]i period_bytes=[104,19968] periods=[2]i buffer_time=(41,8001) buffer_size=[2,384]i buffer_bytes=[208,39936]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine access=b91512b0,75d60a7c,8c039ff1,a5f2a243,c3dba96b,3d9058f2,328c4048,6dddec52 format=448f9965,97767e6f,10a0ef28,45d5131,f86df574,44b6e0a,26364ae7,1ca4494c subformat=2a4d2adb,d2d1734d,71a895bc,e8b67eba,ce51f857,fef8dee0,d9e56c17,f74dded8 sample_bits=(3999559652,4294967295] frame_bits=(917829779,4294967295] channels=(281598556,4294967295]i rate=(989772744,4294967295]i period_time=[3742387858,4294967295]i period_size=[2404068951,4294967295) period_bytes=[1241249492,4294967295]i periods=(0,3205195385] buffer_time=(0,173799259)i buffer_size=(0,237800112) buffer_bytes=(0,1069322460)i tick_time=[2113426223,4294967295]i flags=3760fc22 rmask=200 cmask=a0c9b5c info=44883660 msbits=2299545115 rate_num=3789636212 rate_den=2113703119 fifo_size=1108388577977596469
EINVAL
params subformat=0,40000000 frame_bits=[3532094756] periods=(0,4294967294)
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... period_time=[109655,12869473) buffer_size=[23,674981]i rmask=21000 cmask=0
0 rate=[5500,5746) period_time=[109655,114546) period_size=[604,630]i period_bytes=[62816,65520] buffer_time=(210233,229091) buffer_size=[1208,1260]i buffer_bytes=[125632,131040]i rmask=0 cmask=77800
refine ... rmask=ffffffff cmask=0
0 rmask=0
refine ... period_size=[65535]i rmask=2000
EINVAL
refine ... channels=(26)i rmask=400
EINVAL
refine ... period_time=[111434) rmask=1000
EINVAL
refine ... tick_time=[2696722536] rmask=80000
0 tick_time=[2696722536]i rmask=0
refine ... buffer_bytes=[125631] rmask=40400
EINVAL
params ...
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... channels=[26,594428]i rmask=400 cmask=0
0 channels=[26]i rmask=0 cmask=400
refine ... buffer_time=(195202) rmask=10000 cmask=0
EINVAL
refine ... subformat=1 tick_time=[1225534,4294967295] rmask=80004 cmask=0
0 rmask=0
refine ... period_bytes=[104,14000]i rmask=4000
0 period_time=(20,24364) period_size=[1,134]i period_bytes=[104,13936]i buffer_time=(41,48728) buffer_size=[2,268]i buffer_bytes=[208,27872]i rmask=0 cmask=77000
refine ... buffer_size=[2,8001]i rmask=20000 cmask=0
0 rmask=0
refine ... period_size=[5,134]i rmask=2000
0 period_time=(104,24364) period_bytes=[520,13936]i buffer_time=(208,48728) buffer_size=[10,268]i buffer_bytes=[1040,27872]i rmask=0 cmask=75000
refine ... rmask=4 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(909,910) period_size=[5]i period_bytes=[520]i buffer_time=(1818,1819) buffer_size=[10]i buffer_bytes=[1040]i tick_time=[1225534]i cmask=f7801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... rmask=8000
0 rmask=0
refine ... frame_bits=[831,832)i rmask=200
EINVAL
refine ... access=8 frame_bits=(831,832]i rmask=201
0 frame_bits=[832]i rmask=0
refine ... rmask=1
0 rmask=0
refine ... sample_bits=[32,65536]i rmask=100
0 sample_bits=[32]i rmask=0 cmask=100
refine ... period_time=(20,81356] rmask=1000 cmask=0
0 rmask=0
refine ... rate=[96000,47999] rmask=800
EINVAL
refine ... period_size=(1,541]i rmask=2004
0 period_time=(41,81356] period_size=[2,541]i period_bytes=[208,56264] buffer_time=(83,196728) buffer_size=[4,1082]i buffer_bytes=[416,112528]i rmask=0 cmask=75000
params ...
0 rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[208]i buffer_time=(727,728) buffer_size=[4]i buffer_bytes=[416]i tick_time=[0]i cmask=f7800 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... buffer_bytes=(84506,131040)i rmask=40000 cmask=0
0 period_time=(8479,114364) period_size=[407,629]i period_bytes=[42328,65416] buffer_time=(16958,228728) buffer_size=[814,1258]i buffer_bytes=[84656,130832]i rmask=0 cmask=77000
params ...
0 access=1 rate=[5500]i period_time=[74000]i period_size=[407]i period_bytes=[42328]i buffer_time=[148000]i buffer_size=[814]i buffer_bytes=[84656]i tick_time=[0]i cmask=f7801 rate_num=5500 rate_den=1
refine access=3c8b34d4,53696e33,536a36c8,1f7933a1,8b0be073,bbffca80,e306e2e0,adbaa04f format=e780c83,3f1be6c,c5f06013,6bce6a50,fd4473f6,e7a3edcf,86185308,61954c27 subformat=22496784,9578843d,4b99b2cd,f24a806a,bff4ae76,719fbe9e,6c6df153,f67c0984 sample_bits=(0,4185187803)i frame_bits=[0,1218503534) channels=(1414566871,4294967295]i rate=[749813558,4294967295] period_time=(0,2316632843] period_size=[2188814924,4294967295)i period_bytes=(1741931318,3848490309)i periods=(2807044955,3698001531] buffer_time=(3306472476,4294967295) buffer_size=[2808030927,3046953384) buffer_bytes=(1449881701,4294967295)i tick_time=(0,2465925758] flags=3435313e rmask=cf9e3173 cmask=c8e66f75 info=57b664ec msbits=2610642241 rate_num=1363936845 rate_den=230763988 fifo_size=8986713578319237667
EINVAL
refine access=b6a1347,b3fc012c,a30e574f,e2807a52,95bf1d4b,21f1e376,bbd83fea,989a5bd1 format=848eb4c,3dba05fc,f54e8dd,b50d37f0,713f8cb,b8cb08c4,3e549113,b4989673 subformat=ec24a28b,40d4051e,b29b32b5,7f4db844,f32be43c,194f8ad3,75ee387e,9b42bef5 sample_bits=[2443510750,4294967295)i frame_bits=(2138094936,2597734501) channels=(2931350347,3310854522]i rate=(0,3381320902] period_time=(0,3669140095]i period_size=(3625855493,4294967295] period_bytes=[0,4230925402) periods=(0,3266516129)i buffer_time=(2874701337,4294967295]i buffer_size=[0,837611015]i buffer_bytes=[0,4204918296)i tick_time=[3379777646,4294967295) flags=1cde1ee9 rmask=29428620 cmask=df0f73a0 info=5cbdd56f msbits=2566029539 rate_num=109202896 rate_den=1435922681 fifo_size=18441062245056033457
EINVAL
refine period_size=(4294967295]i rmask=4774b81c
0 subformat=1,0,ffffffff* sample_bits=[3,64]i frame_bits=(0,6815744] channels=(0,2271915) rate=[5500,48000] period_time=(20,4294967295] period_size=[1,103079215]i period_bytes=(0,4294967295] periods=[2]i buffer_time=(41,4294967295] buffer_size=[2,206158430]i buffer_bytes=[64,1703936]i rmask=0 cmask=7ff04 info=40103
refine flags=8f2
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine channels=[4165288690,4165288689]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... rate=(48001,48000]i period_bytes=(13180,52973] rmask=4800 cmask=0
EINVAL
refine ... frame_bits=[832)i period_bytes=[60780,65520] rmask=4200 cmask=0
EINVAL
refine ... channels=(26,27)i period_time=[19,157106] rmask=1400 cmask=0
EINVAL
refine ... period_bytes=[16000,46061] rmask=4000 cmask=0
0 period_time=(3208,80364) period_size=[154,442]i period_bytes=[16016,45968] buffer_time=(6416,160728) buffer_size=[308,884]i buffer_bytes=[32032,91936]i rmask=0 cmask=77000
params ...
0 access=1 rate=[5500]i period_time=[28000]i period_size=[154]i period_bytes=[16016]i buffer_time=[56000]i buffer_size=[308]i buffer_bytes=[32032]i tick_time=[0]i cmask=f7801 rate_num=5500 rate_den=1
refine access=89677f12,6a65d7b0,54c7ee16,267c1f34,e85eee,8b772e79,c16d4cb2,dffa1c71 format=e85fae39,73c7f053,59bacafc,a9d9e09a,b1cf588c,23ebc663,b1e62938,87eacf2e subformat=607ff0e7,d751f2a8,9f7291b,fb1aea0f,5a9a0c9f,5a0c8173,95681ad4,669f8b4b sample_bits=[0,3229750365]i frame_bits=[0,731070453) channels=[0,3927156756)i rate=(0,314086911]i period_time=(0,2781811610) period_size=(0,4294967295) period_bytes=(0,4294967295) periods=[1402777517,2656623238) buffer_time=(0,4294967295]i buffer_size=[0,4294967295)i buffer_bytes=(1923979185,2950840100)i tick_time=(0,2723797808)i flags=5ddef7e2 rmask=40 cmask=dc3e8698 info=7cdfdac7 msbits=3040167097 rate_num=1525541904 rate_den=3436154695 fifo_size=13824365358103278080
0 rmask=0 info=40103 fifo_size=0
params flags=132c rmask=8000
0 access=1 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i periods=[2]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=32 rate_num=5500 rate_den=1
refine access=f621a0b1,5388a9df format=100000 subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=(512,23847]
EINVAL
params subformat=1 frame_bits=[5] channels=[3842801869] period_size=[0,4294967294]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... channels=[1024]i rmask=400 cmask=0
EINVAL
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... format=400 rmask=2
0 rmask=0
refine ... buffer_size=[15,1259]i rmask=20000
0 period_time=(166,114364) period_size=[8,629]i period_bytes=[832,65416] buffer_time=(333,228728) buffer_size=[16,1258]i buffer_bytes=[1664,130832]i rmask=0 cmask=77000
params ...
0 access=1 rate=[5500]i period_time=(1454,1455) period_size=[8]i period_bytes=[832]i buffer_time=(2909,2910) buffer_size=[16]i buffer_bytes=[1664]i tick_time=[0]i cmask=f7801 rate_num=5500 rate_den=1
refine period_size=[0)
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine buffer_time=(24,23]
EINVAL
params flags=4134de1e rmask=4
0 access=1 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i periods=[2]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=32 rate_num=5500 rate_den=1
params tick_time=[2254740621,2254740620] rmask=3406970a
EINVAL
refine rmask=4
0 subformat=1,0,ffffffff* rmask=0 cmask=4 info=40103
refine frame_bits=(3,4)i
EINVAL
refine buffer_bytes=[0,4294967295]e
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... tick_time=[4,2861276505]i rmask=80000 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[4]i cmask=f7801 rate_num=5500 rate_den=1
refine flags=ad41 rmask=20000
0 buffer_size=[0,4294967295]i rmask=0 cmask=20000 info=40103
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[832]i channels=[26]i rate=[5500,48000] period_time=(20,114546) period_size=[1,630]i period_bytes=[104,65520] periods=[2]i buffer_time=(41,229091) buffer_size=[2,1260]i buffer_bytes=[208,131040]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... buffer_time=[1,1000) rmask=10000 cmask=0
0 period_time=(20,4182) period_size=[1,23]i period_bytes=[104,2392] buffer_time=(41,1000) buffer_size=[2,46]i buffer_bytes=[208,4784]i rmask=0 cmask=77000
refine ... sample_bits=(31,32)i periods=[1,1090336153]i rmask=8100 cmask=0
EINVAL
refine ... sample_bits=[32,33)i rmask=100 cmask=0
0 sample_bits=[32]i rmask=0
params ...
0 access=1 rate=[5500]i period_time=(181,182) period_size=[1]i period_bytes=[104]i buffer_time=(363,364) buffer_size=[2]i buffer_bytes=[208]i tick_time=[0]i cmask=f7801 rate_num=5500 rate_den=1
