# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-ice1712
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
params ...
0 access=1 rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=[1024]i buffer_time=(372363,372364) buffer_size=[2048]i buffer_bytes=[81920]i tick_time=[0]i cmask=fff07 rate_num=5500 rate_den=1
refine access=1 format=400,0,ffffffff* subformat=1 sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i
0 rate=[48000]i period_time=(41,34125] buffer_time=(41,136521) rmask=0 cmask=11000 info=40103 msbits=32 rate_num=48000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[5500,48000] period_time=(41,297819) period_size=(1,1638)i buffer_time=(4294967295) buffer_bytes=(258077,4294967295]i rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... periods=[11025,1024] rmask=8000 cmask=0
EINVAL
refine ... period_time=(41,297820] buffer_time=[41,405258] rmask=11000 cmask=0
0 rmask=0
refine ... buffer_bytes=[480,262120) rmask=40000
0 buffer_time=[250,405258] buffer_size=[12,6552]i buffer_bytes=[480,262080]i rmask=0 cmask=70000
refine ... format=400 buffer_time=[148018]i rmask=ffffffff cmask=0
0 rate=(5506,44265) period_time=(45,297494) buffer_size=[815,6552]i buffer_bytes=[32600,262080]i rmask=0 cmask=61800
refine ... rate=[5506,44266] rmask=800 cmask=0
0 rmask=0
refine ... period_bytes=[81,54352] rmask=4000
0 period_time=(67,246641) period_size=[3,1358]i period_bytes=[120,54320] rmask=0 cmask=7000
refine ... rmask=ffffffff cmask=0
0 rate=(5506,44265) rmask=0 cmask=800
refine ... period_bytes=[35556] rmask=ffffffff cmask=0
EINVAL
refine ... channels=[10,284] tick_time=(45082,9540894)i rmask=80400 cmask=0
0 channels=[10]i tick_time=[45083,9540893]i rmask=0 cmask=400
params ...
0 access=1 rate=(5506,5507) period_time=(544,545) period_size=[3]i period_bytes=[120]i periods=(271,272) buffer_size=[815]i buffer_bytes=[32600]i tick_time=[45083]i cmask=efc01 rate_num=5506 rate_den=1
refine access=eea92579,b36be5b6 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i
0 access=9 rmask=0 cmask=1 info=40103 msbits=32
refine access=80000000 frame_bits=[64] channels=(1203833725,4294967295) buffer_size=(4294967295]
EINVAL
params buffer_bytes=[4294967295]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... buffer_size=[2,48000)i rmask=20000 cmask=0
0 buffer_size=[2,47999]i rmask=0
refine ... buffer_time=[41,138969) rmask=10000
0 buffer_time=(41,138969) buffer_size=[2,6670]i rmask=0 cmask=30000
refine ... access=8 format=400 rmask=3 cmask=0
0 rmask=0
refine ... buffer_bytes=(3,7067)i rmask=40000
0 period_time=(41,32000] period_size=[2,176]i period_bytes=[80,7040] periods=[1,88] buffer_time=(41,32000] buffer_size=[2,176]i buffer_bytes=[80,7040]i rmask=0 cmask=7f000
refine ... subformat=fd1ec4db,57d18a92 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
refine ... rmask=2 cmask=0
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
params ...
0 rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=[88]i buffer_time=[32000]i buffer_size=[176]i buffer_bytes=[7040]i tick_time=[0]i cmask=ff800 rate_num=5500 rate_den=1
refine buffer_time=[0,8001)
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,69819) period_size=[2,384]i period_bytes=[80,15360] periods=[1,192] buffer_time=(41,8001) buffer_size=[2,384]i buffer_bytes=[80,15360]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine access=b91512b0,75d60a7c,8c039ff1,a5f2a243,c3dba96b,3d9058f2,328c4048,6dddec52 format=448f9965,97767e6f,10a0ef28,45d5131,f86df574,44b6e0a,26364ae7,1ca4494c subformat=2a4d2adb,d2d1734d,71a895bc,e8b67eba,ce51f857,fef8dee0,d9e56c17,f74dded8 sample_bits=(3999559652,4294967295] frame_bits=(917829779,4294967295] channels=(281598556,4294967295]i rate=(989772744,4294967295]i period_time=[3742387858,4294967295]i period_size=[2404068951,4294967295) period_bytes=[1241249492,4294967295]i periods=(0,3205195385] buffer_time=(0,173799259)i buffer_size=(0,237800112) buffer_bytes=(0,1069322460)i tick_time=[2113426223,4294967295]i flags=3760fc22 rmask=200 cmask=a0c9b5c info=44883660 msbits=2299545115 rate_num=3789636212 rate_den=2113703119 fifo_size=1108388577977596469
EINVAL
params subformat=0,40000000 frame_bits=[3532094756] periods=(0,4294967294)
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... period_time=[82364,12869473) buffer_size=[1249,674981]i rmask=21000 cmask=0
0 rate=[5500,19888) period_time=[82364,297819) period_size=[454,1638]i period_bytes=[18160,65520] periods=[1,15) buffer_time=(62801,1191455) buffer_size=[1249,6553]i buffer_bytes=[49960,262120]i rmask=0 cmask=7f800
refine ... rmask=ffffffff cmask=0
0 rmask=0
refine ... period_size=[65535]i rmask=2000
EINVAL
refine ... channels=(10)i rmask=400
EINVAL
refine ... period_time=[203260) rmask=1000
EINVAL
refine ... tick_time=[2696722536] rmask=80000
0 tick_time=[2696722536]i rmask=0
refine ... buffer_bytes=[49959] rmask=40400
EINVAL
params ...
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... channels=[10,594428]i rmask=400 cmask=0
0 channels=[10]i rmask=0 cmask=400
refine ... buffer_time=(1056778) rmask=10000 cmask=0
EINVAL
refine ... subformat=1 tick_time=[1225534,4294967295] rmask=80004 cmask=0
0 rmask=0
refine ... period_bytes=[80,48576]i rmask=4000
0 period_time=(41,220728) period_size=[2,1214]i period_bytes=[80,48560]i rmask=0 cmask=7000
refine ... buffer_size=[2,8001]i rmask=20000 cmask=0
0 rmask=0
refine ... period_size=[471,1214]i rmask=2000
0 period_time=(9812,220728) period_bytes=[18840,48560]i periods=[1,14) buffer_time=(9812,1191455) buffer_size=[471,6553]i buffer_bytes=[18840,262120]i rmask=0 cmask=7d000
refine ... rmask=4 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(85636,85637) period_size=[471]i period_bytes=[18840]i periods=(13,14) buffer_time=(1191454,1191455) buffer_size=[6553]i buffer_bytes=[262120]i tick_time=[1225534]i cmask=ff801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... periods=(145,553] rmask=8000
0 period_time=(41,8182) period_size=[2,45]i period_bytes=[80,1800] buffer_time=(6062,1191455) buffer_size=[291,6553]i buffer_bytes=[11640,262120]i rmask=0 cmask=77000
refine ... access=8 frame_bits=(319,320]i rmask=201 cmask=0
0 frame_bits=[320]i rmask=0
refine ... rmask=1
0 rmask=0
refine ... sample_bits=[32,65536]i rmask=100
0 sample_bits=[32]i rmask=0 cmask=100
refine ... period_time=(41,4727] rmask=1000 cmask=0
0 rmask=0
refine ... rate=[96000,47999] rmask=800
EINVAL
refine ... period_size=(2,21]i rmask=2004
0 period_time=(62,3819) period_size=[3,21]i period_bytes=[120,840] buffer_time=(9083,1191455) buffer_size=[436,6553]i buffer_bytes=[17440,262120]i rmask=0 cmask=75000
refine ... rmask=1 cmask=0
0 rmask=0
params ...
0 rate=[5500]i period_time=(545,546) period_size=[3]i period_bytes=[120]i periods=[553]i buffer_time=(301636,301637) buffer_size=[1659]i buffer_bytes=[66360]i tick_time=[0]i cmask=ff800 rate_num=5500 rate_den=1
refine access=3c8b34d4,53696e33,536a36c8,1f7933a1,8b0be073,bbffca80,e306e2e0,adbaa04f format=e780c83,3f1be6c,c5f06013,6bce6a50,fd4473f6,e7a3edcf,86185308,61954c27 subformat=22496784,9578843d,4b99b2cd,f24a806a,bff4ae76,719fbe9e,6c6df153,f67c0984 sample_bits=(0,4185187803)i frame_bits=[0,1218503534) channels=(1414566871,4294967295]i rate=[749813558,4294967295] period_time=(0,2316632843] period_size=[2188814924,4294967295)i period_bytes=(1741931318,3848490309)i periods=(2807044955,3698001531] buffer_time=(3306472476,4294967295) buffer_size=[2808030927,3046953384) buffer_bytes=(1449881701,4294967295)i tick_time=(0,2465925758] flags=3435313e rmask=cf9e3173 cmask=c8e66f75 info=57b664ec msbits=2610642241 rate_num=1363936845 rate_den=230763988 fifo_size=8986713578319237667
EINVAL
refine access=b6a1347,b3fc012c,a30e574f,e2807a52,95bf1d4b,21f1e376,bbd83fea,989a5bd1 format=848eb4c,3dba05fc,f54e8dd,b50d37f0,713f8cb,b8cb08c4,3e549113,b4989673 subformat=ec24a28b,40d4051e,b29b32b5,7f4db844,f32be43c,194f8ad3,75ee387e,9b42bef5 sample_bits=[2443510750,4294967295)i frame_bits=(2138094936,2597734501) channels=(2931350347,3310854522]i rate=(0,3381320902] period_time=(0,3669140095]i period_size=(3625855493,4294967295] period_bytes=[0,4230925402) periods=(0,3266516129)i buffer_time=(2874701337,4294967295]i buffer_size=[0,837611015]i buffer_bytes=[0,4204918296)i tick_time=[3379777646,4294967295) flags=1cde1ee9 rmask=29428620 cmask=df0f73a0 info=5cbdd56f msbits=2566029539 rate_num=109202896 rate_den=1435922681 fifo_size=18441062245056033457
EINVAL
refine period_size=(4294967295]i rmask=4774b81c
0 subformat=1,0,ffffffff* sample_bits=[3,64]i frame_bits=(0,2097152] channels=(0,699051) rate=[5500,48000] period_time=(20,4294967295] period_size=[1,206158430]i period_bytes=(0,4294967295] periods=[1,1024] buffer_time=(20,4294967295) buffer_size=[1,206158431) buffer_bytes=[64,262144]i rmask=0 cmask=7ff04 info=40103
refine flags=8f2
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine channels=[4165288690,4165288689]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... rate=(48001,48000]i period_bytes=(13180,63797] rmask=4800 cmask=0
EINVAL
refine ... frame_bits=[320)i period_bytes=[20996,65520] rmask=4200 cmask=0
EINVAL
refine ... channels=(10,11)i period_time=[40,157106] rmask=1400 cmask=0
EINVAL
refine ... period_bytes=[15741,16000] rmask=4000 cmask=0
0 period_time=(8208,72728) period_size=[394,400]i period_bytes=[15760,16000] periods=[1,17) buffer_time=(8208,1191455) buffer_size=[394,6553]i buffer_bytes=[15760,262120]i rmask=0 cmask=7f000
params ...
0 access=1 rate=[5500]i period_time=(71636,71637) period_size=[394]i period_bytes=[15760]i periods=(16,17) buffer_time=(1191454,1191455) buffer_size=[6553]i buffer_bytes=[262120]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine access=89677f12,6a65d7b0,54c7ee16,267c1f34,e85eee,8b772e79,c16d4cb2,dffa1c71 format=e85fae39,73c7f053,59bacafc,a9d9e09a,b1cf588c,23ebc663,b1e62938,87eacf2e subformat=607ff0e7,d751f2a8,9f7291b,fb1aea0f,5a9a0c9f,5a0c8173,95681ad4,669f8b4b sample_bits=[0,3229750365]i frame_bits=[0,731070453) channels=[0,3927156756)i rate=(0,314086911]i period_time=(0,2781811610) period_size=(0,4294967295) period_bytes=(0,4294967295) periods=[1402777517,2656623238) buffer_time=(0,4294967295]i buffer_size=[0,4294967295)i buffer_bytes=(1923979185,2950840100)i tick_time=(0,2723797808)i flags=5ddef7e2 rmask=40 cmask=dc3e8698 info=7cdfdac7 msbits=3040167097 rate_num=1525541904 rate_den=3436154695 fifo_size=13824365358103278080
0 rmask=0 info=40103 fifo_size=0
params flags=132c rmask=8000
0 access=1 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=[1024]i buffer_time=(372363,372364) buffer_size=[2048]i buffer_bytes=[81920]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=32 rate_num=5500 rate_den=1
refine access=f621a0b1,5388a9df format=100000 subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=(512,247719]
EINVAL
params subformat=1 frame_bits=[5] channels=[3842801869] period_size=[0,4294967294]
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... channels=[1024]i rmask=400 cmask=0
EINVAL
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... format=400 rmask=2
0 rmask=0
refine ... buffer_size=[4368,6552]i rmask=20000
0 period_time=(104,297819) period_size=[5,1638]i period_bytes=[200,65520] periods=(2,1024] buffer_time=[91000,1191273) buffer_bytes=[174720,262080]i rmask=0 cmask=5f000
params ...
0 access=1 rate=[5500]i period_time=(909,910) period_size=[5]i period_bytes=[200]i periods=[1024]i buffer_time=(930909,930910) buffer_size=[5120]i buffer_bytes=[204800]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine period_size=[0)
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine buffer_time=(24,23]
EINVAL
params flags=4134de1e rmask=4
0 access=1 format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=[1024]i buffer_time=(372363,372364) buffer_size=[2048]i buffer_bytes=[81920]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=32 rate_num=5500 rate_den=1
params tick_time=[2254740621,2254740620] rmask=3406970a
EINVAL
refine rmask=4
0 subformat=1,0,ffffffff* rmask=0 cmask=4 info=40103
refine frame_bits=(3,4)i
EINVAL
refine buffer_bytes=[0,4294967295]e
EINVAL
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... tick_time=[4,2861276505]i rmask=80000 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=[1024]i buffer_time=(372363,372364) buffer_size=[2048]i buffer_bytes=[81920]i tick_time=[4]i cmask=ff801 rate_num=5500 rate_den=1
refine flags=ad41 rmask=20000
0 buffer_size=[0,4294967295]i rmask=0 cmask=20000 info=40103
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... buffer_time=[1,1000) rmask=10000 cmask=0
0 period_time=(41,8546) period_size=[2,47]i period_bytes=[80,1880] periods=[1,24) buffer_time=(41,1000) buffer_size=[2,47]i buffer_bytes=[80,1880]i rmask=0 cmask=7f000
refine ... sample_bits=(31,32)i periods=[0,1090336153] rmask=8100 cmask=0
EINVAL
refine ... sample_bits=[32,33)i rmask=100 cmask=0
0 sample_bits=[32]i rmask=0
params ...
0 access=1 rate=[5500]i period_time=(363,364) period_size=[2]i period_bytes=[80]i periods=(2,3) buffer_time=(909,910) buffer_size=[5]i buffer_bytes=[200]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=400,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[32]i frame_bits=[320]i channels=[10]i rate=[5500,48000] period_time=(41,297819) period_size=[2,1638]i period_bytes=[80,65520] periods=[1,1024] buffer_time=(41,1191455) buffer_size=[2,6553]i buffer_bytes=[80,262120]i rmask=0 cmask=7ff07 info=40103 msbits=32
refine ... subformat=b6c864e9,96ac0a61 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
refine ... sample_bits=(31,32)i rmask=ffffffff cmask=0
EINVAL
refine ... rate=(5500,192000] rmask=ffffffff cmask=0
0 rate=(5500,48000] rmask=0 cmask=800
refine ... rmask=200 cmask=0
0 rmask=0
refine ... access=8 tick_time=[0,2794006445] rmask=ffffffff
0 rmask=0
refine ... periods=[812,933] rmask=8000
0 period_time=(41,1455) period_size=[2,8]i period_bytes=[80,320] buffer_time=(33833,1191455) buffer_size=[1624,6553]i buffer_bytes=[64960,262120]i rmask=0 cmask=77000
refine ... period_size=(2,8]i rmask=2000 cmask=0
0 period_time=(62,1455) period_size=[3,8]i period_bytes=[120,320] buffer_time=[50750,1191455) buffer_size=[2436,6553]i buffer_bytes=[97440,262120]i rmask=0 cmask=75000
refine ... format=400 rmask=2 cmask=0
0 rmask=0
params ...
0 rate=(5500,5501] period_time=(545,546) period_size=[3]i period_bytes=[120]i periods=[933]i buffer_time=(508816,508910) buffer_size=[2799]i buffer_bytes=[111960]i tick_time=[0]i cmask=ff800 rate_num=5501 rate_den=1
