# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-uda1341
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
params ...
0 access=1 rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[255]i buffer_time=(741818,741819) buffer_size=[4080]i buffer_bytes=[16320]i tick_time=[0]i cmask=fff07 rate_num=5500 rate_den=1
refine access=1 format=4,0,ffffffff* subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i
0 rate=[48000]i period_time=(333,42646) buffer_time=(666,85313) rmask=0 cmask=11000 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[5500,48000] period_time=(333,372182) period_size=(15,2047)i buffer_time=(4294967295) buffer_bytes=(13725,4294967295]i rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... periods=[11025,255] rmask=8000 cmask=0
EINVAL
refine ... period_time=(333,372183] buffer_time=[666,374857] rmask=11000 cmask=0
0 rmask=0
refine ... buffer_bytes=[480,16380) rmask=40000
0 buffer_time=[2500,374857] buffer_size=[120,4094]i buffer_bytes=[480,16376]i rmask=0 cmask=70000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000
EINVAL
refine ... buffer_size=[144,44100]i rmask=ffffffff
0 period_time=(333,372182) buffer_time=[3000,374857] buffer_size=[144,4094]i buffer_bytes=[576,16376]i rmask=0 cmask=71000
refine ... rate=[5500,48001] buffer_time=[27909]i rmask=10800 cmask=0
0 rate=(5517,47978) period_time=(333,121262) period_size=[16,669]i period_bytes=[64,2676] periods=[2,84) buffer_size=[154,1339]i buffer_bytes=[616,5356]i rmask=0 cmask=6f800
refine ... subformat=82554f0b,eda037b channels=[1]i rmask=404 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 rate=(5517,5518) period_time=(2899,2900] period_size=[16]i period_bytes=[64]i periods=(9,10) buffer_size=[154]i buffer_bytes=[616]i tick_time=[0]i cmask=ef801 rate_num=5517 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... periods=[256] rmask=8000 cmask=0
EINVAL
params ...
0 access=1 rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[255]i buffer_time=(741818,741819) buffer_size=[4080]i buffer_bytes=[16320]i tick_time=[0]i cmask=fff07 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... period_bytes=[6851,116785) rmask=4000 cmask=0
0 period_time=(35687,372182) period_size=[1713,2047]i period_bytes=[6852,8188] periods=[2,3) buffer_time=[71375,744546) buffer_size=[3426,4095]i buffer_bytes=[13704,16380]i rmask=0 cmask=7f000
refine ... frame_bits=[32,450)i buffer_bytes=[13705,16379]i rmask=40200 cmask=0
0 frame_bits=[32,38]i buffer_time=[71375,744364) buffer_size=[3426,4094]i rmask=0 cmask=30200
refine ... channels=[2,3]i rmask=400 cmask=0
0 frame_bits=[32]i channels=[2]i buffer_time=(71395,744364) buffer_size=[3427,4094]i buffer_bytes=[13708,16376]i rmask=0 cmask=70600
refine ... channels=[2)i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(16,4095023)i period_time=[4294967294,372182] rmask=1100 cmask=0
EINVAL
refine ... sample_bits=[16,4294967295]i rmask=100 cmask=0
0 sample_bits=[16]i rmask=0 cmask=100
refine ... period_time=[372183,372182] buffer_bytes=[13708,100000)i rmask=ffffffff cmask=0
EINVAL
refine ... rmask=200 cmask=0
0 rmask=0
refine ... period_time=[35687,2000000] rmask=1000
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(311454,311455) period_size=[1713]i period_bytes=[6852]i periods=(2,3) buffer_time=(744363,744364) buffer_size=[4094]i buffer_bytes=[16376]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine buffer_time=[0,4294967295]e
EINVAL
refine access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,15]i frame_bits=[32]i channels=[2]i rate=[6460] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[3,89] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i
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
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
params access=57d484,ddab82,85e5dc,5d87c945,ccaaf164,373450c6,3bcb14,eb762d format=ac4b68,91683b,d9b27,3ba25f,8348c1,ca8497,27670c10,de4bcb subformat=36d42f,655916,cd7d8f,6b5d96,c1c22428,894fa004,f115c,c3db0320 sample_bits=[5359599,4294967295) frame_bits=(133980344,4294967295)i channels=(11860821,15801300]i rate=(0,4294967295]i period_time=[2160414861,4294967295)i period_size=[0,1373633273] period_bytes=[0,11770589)i periods=[0,8862734)i buffer_time=(7018682,4294967295] buffer_size=(0,192715)i buffer_bytes=[0,12241152] tick_time=[913689,8832942) flags=545ab8cc rmask=4 cmask=c6ff09 info=16466e msbits=13102072 rate_num=2452179 rate_den=10794184 fifo_size=3340118767827153
EINVAL
params ... period_time=[188996,206691)i period_size=[16,186737921]i period_bytes=[8187] flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
EINVAL
refine ... access=8 period_time=[332,372182] buffer_bytes=[3354,15938]i flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
0 period_time=(333,362182) period_size=[16,1992]i period_bytes=[64,7968] periods=[2,249] buffer_time=(17479,724364) buffer_size=[839,3984]i buffer_bytes=[3356,15936]i rmask=0 cmask=7f000 info=40103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... tick_time=(4294967295] rmask=80000 cmask=0
EINVAL
refine ... tick_time=[89834416,4294967295] rmask=80000 cmask=0
0 rmask=0
refine ... channels=(63249536,2]i rmask=400
EINVAL
refine ... period_size=[52]i rmask=2000
0 period_time=(1083,9455) period_bytes=[208]i periods=[2,79) buffer_time=(2166,744546) buffer_size=[104,4095]i buffer_bytes=[416,16380]i rmask=0 cmask=7d000
refine ... frame_bits=(32,1330]i rmask=200 cmask=0
EINVAL
refine ... access=8 rmask=ffffffff cmask=0
0 rmask=0
refine ... frame_bits=[14067,2000000]i rmask=200
EINVAL
params ...
0 rate=[5500]i period_time=(9454,9455) periods=(78,79) buffer_time=(744545,744546) buffer_size=[4095]i buffer_bytes=[16380]i tick_time=[89834416]i cmask=f9800 rate_num=5500 rate_den=1
params access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(496971)i buffer_size=[32,4095]i buffer_bytes=[128,16380]i
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rate=[5500,11635] periods=(8,255] rmask=8800
0 period_time=(1375,92910) period_size=[16,511]i period_bytes=[64,2044] buffer_time=(11087,744546) buffer_size=[129,4095]i buffer_bytes=[516,16380]i rmask=0 cmask=77000
refine ... subformat=14d75963,7971eada sample_bits=(6,16)i rmask=104 cmask=0
EINVAL
refine ... tick_time=[0,3262594042] rmask=80000 cmask=0
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[255]i buffer_time=(741818,741819) buffer_size=[4080]i buffer_bytes=[16320]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
params subformat=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_time=(441,19843] buffer_time=[44101,522864] rmask=11000
0 period_size=[16,952]i period_bytes=[64,3808] buffer_size=[243,4095]i buffer_bytes=[972,16380]i rmask=0 cmask=66000
refine ... frame_bits=(31,32)i rmask=200 cmask=0
EINVAL
refine ... period_size=[951,8690] rmask=2000 cmask=0
0 rate=(47926,48000] period_time=(19812,19843] period_size=[951,952]i period_bytes=[3804,3808] periods=(2,5) buffer_time=[44101,85445) buffer_size=[2114,4095]i buffer_bytes=[8456,16380]i rmask=0 cmask=7f800
refine ... period_bytes=[1023,3808) buffer_size=[2115,3300]i rmask=24000 cmask=0
0 period_size=[951]i period_bytes=[3804]i periods=(2,4) buffer_time=[44101,68857) buffer_bytes=[8460,13200]i rmask=0 cmask=5e000
refine ... frame_bits=[256]i rmask=200 cmask=0
EINVAL
params ...
0 access=1 rate=(47926,47927] period_time=(19842,19843] periods=(3,4) buffer_time=(68854,68857) buffer_size=[3300]i buffer_bytes=[13200]i tick_time=[0]i cmask=ff801 rate_num=47927 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... period_time=(189102,304965] rmask=1000 cmask=0
0 rate=[5500,10825) period_size=[1041,2047]i period_bytes=[4164,8188] periods=[2,4) buffer_time=(192332,744546) buffer_size=[2082,4095]i buffer_bytes=[8328,16380]i rmask=0 cmask=7e800
params ...
0 access=1 rate=[5500]i period_time=(189272,189273) period_size=[1041]i period_bytes=[4164]i periods=(3,4) buffer_time=(744545,744546) buffer_size=[4095]i buffer_bytes=[16380]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... buffer_size=[32,32000]i rmask=ffffffff cmask=0
0 buffer_size=[32,4095]i rmask=0 cmask=20000
params ...
0 access=1 rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[255]i buffer_time=(741818,741819) buffer_size=[4080]i buffer_bytes=[16320]i tick_time=[0]i cmask=ff801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... subformat=f621a0b1,5388a9df buffer_size=[1249]i rmask=20004 cmask=0
0 subformat=1 period_time=(333,113455) period_size=[16,624]i period_bytes=[64,2496] periods=(2,79) buffer_time=(26020,227091) buffer_bytes=[4996]i rmask=0 cmask=5f004
refine ... period_size=[452]i rmask=2000 cmask=0
0 period_time=(9416,82182) period_bytes=[1808]i periods=(2,3) rmask=0 cmask=d000
refine ... tick_time=[537347301,2775892142] rmask=80000 cmask=0
0 rmask=0
refine ... rmask=4
0 rmask=0
params ...
0 access=1 rate=[5500]i period_time=(82181,82182) buffer_time=(227090,227091) tick_time=[537347301]i cmask=91801 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... buffer_time=[455047,744547] rmask=10000 cmask=0
0 rate=[5500,9000) period_time=(1777,372182) buffer_time=[455047,744546) buffer_size=[2503,4095]i buffer_bytes=[10012,16380]i rmask=0 cmask=71800
refine ... period_size=(1065,2047]i rmask=ffffffff cmask=0
0 period_time=(118444,372182) period_size=[1066,2047]i period_bytes=[4264,8188] periods=[2,4) rmask=0 cmask=d000
refine ... tick_time=[3120049360] rmask=80000 cmask=0
0 tick_time=[3120049360]i rmask=0
refine ... periods=[2,5512]i rmask=8000
0 periods=[2,255]i rmask=0 cmask=8000
refine ... subformat=0,80000000 frame_bits=[32,33] rmask=ffffffff cmask=0
EINVAL
refine ... buffer_time=(455047,21483)i rmask=10000 cmask=0
EINVAL
refine ... period_time=(118443) rmask=ffffffff cmask=0
EINVAL
params ...
EINVAL
refine ... rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i tick_time=(3832164184,4294967295] rmask=ffffffff cmask=0 info=ffffffff msbits=0
0 period_time=(42645,372182) period_size=[2047]i period_bytes=[8188]i periods=[2,3) buffer_time=(85291,744546) buffer_size=[4094,4095]i buffer_bytes=[16376,16380]i rmask=0 cmask=7b000 info=40103 msbits=16
params channels=[0,4294967295]e
EINVAL
params flags=1acd6
0 access=1 format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[255]i buffer_time=(741818,741819) buffer_size=[4080]i buffer_bytes=[16320]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=16 rate_num=5500 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500,48000] period_time=(333,372182) period_size=[16,2047]i period_bytes=[64,8188] periods=[2,255] buffer_time=(666,744546) buffer_size=[32,4095]i buffer_bytes=[128,16380]i rmask=0 cmask=7ff07 info=40103 msbits=16
refine ... sample_bits=[20000]i rmask=100 cmask=0
EINVAL
refine ... buffer_size=[657]i rmask=20000 cmask=0
0 period_time=(333,59637) period_size=[16,328]i period_bytes=[64,1312] periods=(2,42) buffer_time=(13687,119455) buffer_bytes=[2628]i rmask=0 cmask=5f000
refine ... buffer_bytes=[237,2628]i rmask=40000 cmask=0
0 rmask=0
refine ... buffer_time=[13687,82089] rmask=ffffffff
0 rate=(8003,48000] period_time=(333,40985) buffer_time=(13687,82089] buffer_bytes=[2628]i rmask=0 cmask=51800
refine ... periods=[6,29] rmask=8000 cmask=0
0 period_time=(479,13620) period_size=[23,109]i period_bytes=[92,436] periods=(6,29) rmask=0 cmask=f000
refine ... period_size=(23,109]i rmask=2000 cmask=0
0 period_time=[500,13620) period_size=[24,109]i period_bytes=[96,436] periods=(6,28) rmask=0 cmask=d000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 rate=(8003,8004] period_time=(2998,2999) period_size=[24]i period_bytes=[96]i periods=(27,28) buffer_time=(82083,82089] tick_time=[0]i cmask=9f801 rate_num=8004 rate_den=1
