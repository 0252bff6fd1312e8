# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-ca0106
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
params ...
0 access=1 rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[8]i buffer_time=(2666,2667) buffer_size=[128]i buffer_bytes=[512]i tick_time=[0]i cmask=fff07 rate_num=48000 rate_den=1
refine access=1 format=4,0,ffffffff* subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i
0 rate=[192000]i period_time=(83,85250] buffer_time=(166,682000] rmask=0 cmask=11000 info=40103 msbits=16 rate_num=192000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[48000,192000] period_time=(83,341000] period_size=(15,16368)i buffer_time=(4294967295] buffer_bytes=(225661,4294967295]i rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... periods=[11025,8] rmask=8000 cmask=0
EINVAL
refine ... period_time=(83,341001] buffer_time=[166,1835813] rmask=11000 cmask=0
0 rmask=0
refine ... buffer_bytes=[480,523776) rmask=40000
0 buffer_time=[625,1835813] buffer_size=[120,130943]i buffer_bytes=[480,523772]i rmask=0 cmask=70000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000
EINVAL
refine ... buffer_size=[44100,64031]i rmask=ffffffff
0 period_time=(28713,341000] period_size=[5513,16368]i period_bytes=[22052,65472] periods=(2,8] buffer_time=(229687,1333980) buffer_bytes=[176400,256124]i rmask=0 cmask=5f000
refine ... rate=[48000,192001] buffer_time=(877056)i rmask=10800 cmask=0
EINVAL
refine ... subformat=82554f0b,eda037b channels=[1]i rmask=404 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 rate=[48000]i period_time=(114854,114855) period_size=[5513]i period_bytes=[22052]i periods=[8]i buffer_time=(918833,918834) buffer_size=[44104]i buffer_bytes=[176416]i tick_time=[0]i cmask=ff801 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... periods=[9] rmask=8000 cmask=0
EINVAL
params ...
0 access=1 rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[8]i buffer_time=(2666,2667) buffer_size=[128]i buffer_bytes=[512]i tick_time=[0]i cmask=fff07 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... period_bytes=[54363,116785) rmask=4000 cmask=0
0 period_time=(70786,341000] period_size=[13591,16368]i period_bytes=[54364,65472] buffer_time=(141572,2728000] buffer_size=[27182,130944]i buffer_bytes=[108728,523776]i rmask=0 cmask=77000
refine ... frame_bits=[32,450)i buffer_bytes=[108729,523775]i rmask=40200 cmask=0
0 frame_bits=[32,154]i buffer_time=(141572,2727980) buffer_size=[27182,130943]i rmask=0 cmask=30200
refine ... channels=[2,3]i rmask=400 cmask=0
0 frame_bits=[32]i channels=[2]i buffer_time=(141578,2727980) buffer_size=[27183,130943]i buffer_bytes=[108732,523772]i rmask=0 cmask=70600
refine ... channels=[2)i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(16,4095023)i period_time=[4294967294,341000] rmask=1100 cmask=0
EINVAL
refine ... sample_bits=[16,4294967295]i rmask=100 cmask=0
0 sample_bits=[16]i rmask=0 cmask=100
refine ... period_time=[341001,341000] buffer_bytes=[108732,100000)i rmask=ffffffff cmask=0
EINVAL
refine ... rmask=200 cmask=0
0 rmask=0
refine ... period_time=[70786,2000000] rmask=1000
0 rmask=0
params ...
0 access=1 rate=[48000]i period_time=(283145,283146) period_size=[13591]i period_bytes=[54364]i periods=[8]i buffer_time=(2265166,2265167) buffer_size=[108728]i buffer_bytes=[434912]i tick_time=[0]i cmask=ff801 rate_num=48000 rate_den=1
refine buffer_time=[0,4294967295]e
EINVAL
refine access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,15]i frame_bits=[32]i channels=[2]i rate=[74460] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[3,7] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i
EINVAL
refine access=8c75,599b2228,5719,1b9ce088,282a5cda,975123d9,cb190db4,45a5 format=e135,796f73d2,c8490df4,a7f6,4d2d,e44f,77d3,cc66 subformat=e8e3,2d3,26239e3e,7585,901c,715b16ef,4322,7e36050b sample_bits=(33934,4294967295)i frame_bits=[0,4294967295]i channels=(0,4294967295] rate=(0,4294967295] period_time=[0,4294967295) period_size=[41826,42879) period_bytes=[23345,3607721647] periods=(19557,4294967295]i buffer_time=(12458,47740)i buffer_size=[436,43492]i buffer_bytes=[12895,4294967295]i tick_time=[0,567] flags=ac8cdf26 rmask=400 cmask=c2ff info=d6c7 msbits=16358 rate_num=20979 rate_den=61653 fifo_size=163006893846423
EINVAL
refine period_size=[0) rmask=f9e00701
EINVAL
refine access=a5f6c9e1,ee226519,234c8df6,d12855bb,c3b4285f,417d00a2,167f047f,6856c086 format=3fece2e4,34ce0003,da2c8410,1d97bf4d,35a28d6f,8ce57151,2830c589,1cf36bd8 subformat=1a2ea21c,696a0709,af34ecd2,c6669329,a7fbd7af,e890f69d,dbe44f5b,dcb6cf16 sample_bits=[0,269470529] frame_bits=(1122095091,4294967295] channels=(0,2544606585] rate=[1118390668,2296671705)i period_time=(0,4294967295] period_size=(2434780811,3343454372)i period_bytes=(100448895,4294967295) periods=(2759832727,4294967295] buffer_time=(0,2509894123] buffer_size=[0,2457285898]i buffer_bytes=[0,1429443629) tick_time=[0,4294967295)i flags=2625e80e rmask=ecaf40a8 cmask=68801398 info=44e2cfe1 msbits=2472108425 rate_num=2849221943 rate_den=2936598909 fifo_size=10190722492716854440
EINVAL
refine rate=[1829032977,4294967295)
EINVAL
refine rate=[0,1132691154] period_bytes=[1285979347,2361606902)i tick_time=[2000000,4294967295]
EINVAL
refine access=3e6302,15d887,ba3775,77309a,c9fa3d,35d30d1b,9523e294,91e29f format=f7dd39,5d7317,9b6665,79ecba,b74404,15e838,1fe9e6a0,38c5df subformat=27d44d,66ba1e,f576393f,1410e702,cd2967,2b3cae12,35e270,3e32dd sample_bits=[3252767,14179579] frame_bits=(0,4294967295]i channels=[0,12629916)i rate=[0,16643286]i period_time=[0,774650) period_size=(3010746771,4294967295)i period_bytes=(13099963,2707559164)i periods=[0,1821749335) buffer_time=(869380538,4294967295) buffer_size=(0,4294967295]i buffer_bytes=[7771436,4294967295) tick_time=(6150282,4294967295]i flags=176c2f76 rmask=45b5b6 cmask=95694a info=d88e52aa msbits=1695910897 rate_num=2912955071 rate_den=3516813834 fifo_size=45422856874633081
EINVAL
refine flags=2ff
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
params access=57d484,ddab82,85e5dc,5d87c945,ccaaf164,373450c6,3bcb14,eb762d format=ac4b68,91683b,d9b27,3ba25f,8348c1,ca8497,27670c10,de4bcb subformat=36d42f,655916,cd7d8f,6b5d96,c1c22428,894fa004,f115c,c3db0320 sample_bits=[5359599,4294967295) frame_bits=(133980344,4294967295)i channels=(11860821,15801300]i rate=(0,4294967295]i period_time=[2160414861,4294967295)i period_size=[0,1373633273] period_bytes=[0,11770589)i periods=[0,8862734)i buffer_time=(7018682,4294967295] buffer_size=(0,192715)i buffer_bytes=[0,12241152] tick_time=[913689,8832942) flags=545ab8cc rmask=4 cmask=c6ff09 info=16466e msbits=13102072 rate_num=2452179 rate_den=10794184 fifo_size=3340118767827153
EINVAL
params ... period_time=[47462,206691)i period_size=[16,186737921]i period_bytes=[65471] flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
EINVAL
refine ... access=8 period_time=[82,341000] buffer_bytes=[316354,424338]i flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
0 period_time=(51494,341000] period_size=[9887,16368]i period_bytes=[39548,65472] periods=(4,8] buffer_time=(411921,2210084) buffer_size=[79089,106084]i buffer_bytes=[316356,424336]i rmask=0 cmask=7f000 info=40103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... tick_time=(4294967295] rmask=80000 cmask=0
EINVAL
refine ... tick_time=[89834416,4294967295] rmask=80000 cmask=0
0 rmask=0
refine ... channels=(63249536,2]i rmask=400
EINVAL
refine ... period_size=[52]i rmask=2000
0 period_time=(270,1084) period_bytes=[208]i buffer_time=(541,8667) buffer_size=[104,416]i buffer_bytes=[416,1664]i rmask=0 cmask=75000
refine ... frame_bits=(32,1330]i rmask=200 cmask=0
EINVAL
refine ... access=8 rmask=ffffffff cmask=0
0 rmask=0
refine ... frame_bits=[14067,2000000]i rmask=200
EINVAL
params ...
0 rate=[48000]i period_time=(1083,1084) periods=[8]i buffer_time=(8666,8667) buffer_size=[416]i buffer_bytes=[1664]i tick_time=[89834416]i cmask=f9800 rate_num=48000 rate_den=1
params access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(1163905]i buffer_size=[32,130944]i buffer_bytes=[128,523776]i
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rate=[48000,11635] periods=(8] rmask=8800
EINVAL
refine ... subformat=14d75963,7971eada sample_bits=(6,16)i rmask=104
EINVAL
refine ... tick_time=[0,3262594042] rmask=80000
0 rmask=0
params ...
0 access=1 rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[8]i buffer_time=(2666,2667) buffer_size=[128]i buffer_bytes=[512]i tick_time=[0]i cmask=ff801 rate_num=48000 rate_den=1
params subformat=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_time=(441,19843] buffer_time=[44101,317686] rmask=11000
0 period_time=(1380,19843] period_size=[265,3809]i period_bytes=[1060,15236] buffer_size=[2117,30472]i buffer_bytes=[8468,121888]i rmask=0 cmask=67000
refine ... frame_bits=(31,32)i rmask=200 cmask=0
EINVAL
refine ... period_size=[3808,8690] rmask=2000 cmask=0
0 rate=[192000]i period_time=(19833,19839) period_size=[3808,3809]i period_bytes=[15232,15236] periods=(2,8] buffer_time=(44104,158709) buffer_size=[8468,30472]i buffer_bytes=[33872,121888]i rmask=0 cmask=7f800 rate_num=192000 rate_den=1
refine ... period_bytes=[1023,15236) buffer_size=[8469,27968]i rmask=24000 cmask=0
0 period_time=(19833,19834) period_size=[3808]i period_bytes=[15232]i periods=(2,8) buffer_time=(44109,145667) buffer_bytes=[33876,111872]i rmask=0 cmask=5f000
refine ... frame_bits=[256]i rmask=200 cmask=0
EINVAL
params ...
0 access=1 periods=(7,8) buffer_time=(145666,145667) buffer_size=[27968]i buffer_bytes=[111872]i tick_time=[0]i cmask=ff001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... period_time=(139699,249311] rmask=1000 cmask=0
0 rate=[48000,96000] period_size=[6706,16368]i period_bytes=[26824,65472] buffer_time=(139708,2728000] buffer_size=[13412,130944]i buffer_bytes=[53648,523776]i rmask=0 cmask=76800
params ...
0 access=1 rate=[48000]i period_time=(139708,139709) period_size=[6706]i period_bytes=[26824]i periods=[8]i buffer_time=(1117666,1117667) buffer_size=[53648]i buffer_bytes=[214592]i tick_time=[0]i cmask=ff801 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... buffer_size=[32,32000]i rmask=ffffffff cmask=0
0 period_time=(83,333334) period_size=[16,16000]i period_bytes=[64,64000] buffer_time=(166,666667) buffer_bytes=[128,128000]i rmask=0 cmask=57000
params ...
0 access=1 rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[8]i buffer_time=(2666,2667) buffer_size=[128]i buffer_bytes=[512]i tick_time=[0]i cmask=ff801 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... subformat=f621a0b1,5388a9df buffer_size=[20660]i rmask=20004 cmask=0
0 subformat=1 period_time=(13453,215209) period_size=[2583,10330]i period_bytes=[10332,41320] periods=[2,8) buffer_time=(107604,430417) buffer_bytes=[82640]i rmask=0 cmask=5f004
refine ... period_size=[5282]i rmask=2000 cmask=0
0 period_time=(27510,110042) period_bytes=[21128]i periods=(3,4) rmask=0 cmask=d000
refine ... tick_time=[537347301,2775892142] rmask=80000 cmask=0
0 rmask=0
refine ... rmask=4
0 rmask=0
params ...
0 access=1 rate=[48000]i period_time=(110041,110042) buffer_time=(430416,430417) tick_time=[537347301]i cmask=91801 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... buffer_time=[314249,2728001] rmask=10000 cmask=0
0 period_time=(9822,341000] period_size=[1886,16368]i period_bytes=[7544,65472] buffer_time=[314249,2728000] buffer_size=[15084,130944]i buffer_bytes=[60336,523776]i rmask=0 cmask=77000
refine ... period_size=(4873,16368]i rmask=ffffffff cmask=0
0 period_time=(25385,341000] period_size=[4874,16368]i period_bytes=[19496,65472] rmask=0 cmask=5000
refine ... tick_time=[3120049360] rmask=80000 cmask=0
0 tick_time=[3120049360]i rmask=0
refine ... periods=[2,5512]i rmask=8000
0 periods=[2,8]i rmask=0 cmask=8000
refine ... subformat=0,80000000 frame_bits=[32,33] rmask=ffffffff cmask=0
EINVAL
refine ... buffer_time=(314249,21483)i rmask=10000 cmask=0
EINVAL
refine ... period_time=(25384] rmask=ffffffff cmask=0
EINVAL
params ...
EINVAL
refine ... period_time=(83,341000] period_size=[16,16368]i period_bytes=[65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i tick_time=(3832164184,4294967295] rmask=ffffffff cmask=0 info=ffffffff msbits=0
0 period_time=[85250,341000] period_size=[16368]i period_bytes=[65472]i buffer_time=[170500,2728000] buffer_size=[32736,130944]i buffer_bytes=[130944,523776]i rmask=0 cmask=73000 info=40103 msbits=16
params channels=[0,4294967295]e
EINVAL
params flags=1acd6
0 access=1 format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[8]i buffer_time=(2666,2667) buffer_size=[128]i buffer_bytes=[512]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000,192000] period_time=(83,341000] period_size=[16,16368]i period_bytes=[64,65472] periods=[2,8] buffer_time=(166,2728000] buffer_size=[32,130944]i buffer_bytes=[128,523776]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... sample_bits=[20000]i rmask=100 cmask=0
EINVAL
refine ... buffer_size=[38904]i rmask=20000 cmask=0
0 period_time=(25328,341000] period_size=[4863,16368]i period_bytes=[19452,65472] periods=(2,8] buffer_time=[202625,810500] buffer_bytes=[155616]i rmask=0 cmask=5f000
refine ... buffer_bytes=[237,155616]i rmask=40000 cmask=0
0 rmask=0
refine ... buffer_time=[202625,330358] rmask=ffffffff
0 rate=[192000]i period_time=(25328,85250] buffer_time=[202625]i buffer_bytes=[155616]i rmask=0 cmask=51800 rate_num=192000 rate_den=1
refine ... periods=[6,7] rmask=8000 cmask=0
0 period_time=(28947,33771) period_size=[5558,6484]i period_bytes=[22232,25936] periods=[6,7) rmask=0 cmask=f000
refine ... period_size=(5558,6484]i rmask=2000 cmask=0
0 period_time=(28953,33771) period_size=[5559,6484]i period_bytes=[22236,25936] rmask=0 cmask=5000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 period_time=(28953,28954) period_size=[5559]i period_bytes=[22236]i periods=(6,7) tick_time=[0]i cmask=8f001
