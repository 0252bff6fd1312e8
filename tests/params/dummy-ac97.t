# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-ac97
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
params ...
0 access=1 period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07
refine access=1 format=4,0,ffffffff* subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i
0 rmask=0 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 period_size=(15,16384)i buffer_time=(4294967295) buffer_bytes=(14461,4294967295]i rmask=ffffffff info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... periods=[11025,1024] rmask=8000 cmask=0
EINVAL
refine ... period_time=(333,341335] buffer_time=[333,114271] rmask=11000 cmask=0
0 period_time=(333,114271) period_size=[16,5485]i period_bytes=[64,21940] periods=[1,343) buffer_time=(333,114271) buffer_size=[16,5485]i buffer_bytes=[64,21940]i rmask=0 cmask=7f000
refine ... buffer_bytes=[480,21940) rmask=40000 cmask=0
0 period_time=(333,114250] period_size=[16,5484]i period_bytes=[64,21936] buffer_time=[2500,114250] buffer_size=[120,5484]i buffer_bytes=[480,21936]i rmask=0 cmask=77000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000
EINVAL
refine ... buffer_size=[4570,44100]i rmask=ffffffff
0 buffer_time=(95208,114250] buffer_size=[4570,5484]i buffer_bytes=[18280,21936]i rmask=0 cmask=70000
refine ... rate=[48001,48000]i buffer_time=(100328]i rmask=10800 cmask=0
EINVAL
refine ... subformat=82554f0b,eda037b frame_bits=[31,32)i rmask=204 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=(342,343) buffer_time=[114250]i buffer_size=[5484]i buffer_bytes=[21936]i tick_time=[0]i cmask=ff001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... periods=[1025] rmask=8000 cmask=0
EINVAL
params ...
0 access=1 period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... period_bytes=[18779,116785) rmask=4000 cmask=0
0 period_time=(97812,341334) period_size=[4695,16384]i period_bytes=[18780,65536] periods=[1,4) buffer_time=(97812,341334) buffer_size=[4695,16384]i buffer_bytes=[18780,65536]i rmask=0 cmask=7f000
refine ... frame_bits=[32,450)i buffer_bytes=[18781,65535]i rmask=40200 cmask=0
0 frame_bits=[32,111]i period_time=(97812,341313) period_size=[4695,16383]i buffer_time=(97812,341313) buffer_size=[4695,16383]i rmask=0 cmask=33200
refine ... channels=[2,3]i rmask=400 cmask=0
0 frame_bits=[32]i channels=[2]i period_bytes=[18780,65532] buffer_time=(97833,341313) buffer_size=[4696,16383]i buffer_bytes=[18784,65532]i rmask=0 cmask=74600
refine ... channels=[2)i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(16,4095023)i period_time=[4294967294,341313] rmask=1100 cmask=0
EINVAL
refine ... sample_bits=[16,4294967295]i rmask=100 cmask=0
0 sample_bits=[16]i rmask=0 cmask=100
refine ... period_time=[341314,341313] buffer_bytes=[18784,100000)i rmask=ffffffff cmask=0
EINVAL
refine ... rmask=200 cmask=0
0 rmask=0
refine ... period_time=[97812,2000000] rmask=1000
0 rmask=0
params ...
0 access=1 period_time=(97812,97813) period_size=[4695]i period_bytes=[18780]i periods=(3,4) buffer_time=(341312,341313) buffer_size=[16383]i buffer_bytes=[65532]i tick_time=[0]i cmask=ff001
refine buffer_time=[0,4294967295]e
EINVAL
refine access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000] period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[2,957] buffer_time=(333,341334) buffer_size=[16]i buffer_bytes=[64,65536]i
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
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
params access=57d484,ddab82,85e5dc,5d87c945,ccaaf164,373450c6,3bcb14,eb762d format=ac4b68,91683b,d9b27,3ba25f,8348c1,ca8497,27670c10,de4bcb subformat=36d42f,655916,cd7d8f,6b5d96,c1c22428,894fa004,f115c,c3db0320 sample_bits=[5359599,4294967295) frame_bits=(133980344,4294967295)i channels=(11860821,15801300]i rate=(0,4294967295]i period_time=[2160414861,4294967295)i period_size=[0,1373633273] period_bytes=[0,11770589)i periods=[0,8862734)i buffer_time=(7018682,4294967295] buffer_size=(0,192715)i buffer_bytes=[0,12241152] tick_time=[913689,8832942) flags=545ab8cc rmask=4 cmask=c6ff09 info=16466e msbits=13102072 rate_num=2452179 rate_den=10794184 fifo_size=3340118767827153
EINVAL
params ... period_time=[33645,206691)i period_size=[16,186737921]i period_bytes=[65535] flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine ... access=8 period_time=[332,341334] buffer_bytes=[3586,11666]i flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
0 period_time=(333,60750] period_size=[16,2916]i period_bytes=[64,11664] periods=[1,183) buffer_time=(18687,60750] buffer_size=[897,2916]i buffer_bytes=[3588,11664]i rmask=0 cmask=7f000 info=40103 msbits=16 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... tick_time=(4294967295] rmask=80000 cmask=0
EINVAL
refine ... tick_time=[89834416,4294967295] rmask=80000 cmask=0
0 rmask=0
refine ... channels=(63249536,2]i rmask=400
EINVAL
refine ... period_size=[52]i rmask=2000
0 period_time=(1083,1084) period_bytes=[208]i periods=[1,316) buffer_time=(1083,341334) buffer_size=[52,16384]i buffer_bytes=[208,65536]i rmask=0 cmask=7d000
refine ... frame_bits=(32,1330]i rmask=200 cmask=0
EINVAL
refine ... access=8 rmask=ffffffff cmask=0
0 rmask=0
refine ... frame_bits=[14067,2000000]i rmask=200
EINVAL
params ...
0 periods=(315,316) buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[89834416]i cmask=f8000
params ... access=9,0,ffffffff* period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(92523)i buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=[0,4294967295] rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rate=[48000,11635]i periods=(8,1024] rmask=8800
EINVAL
refine ... subformat=14d75963,7971eada sample_bits=(6,16)i rmask=104
EINVAL
refine ... tick_time=[0,3262594042] rmask=80000
0 rmask=0
params ...
0 access=1 period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i cmask=ff001
params subformat=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_time=(441,19843] buffer_time=[44101,187875] rmask=11000
0 period_time=(458,19834) period_size=[22,952]i period_bytes=[88,3808] periods=(2,410) buffer_time=(44104,187875] buffer_size=[2117,9018]i buffer_bytes=[8468,36072]i rmask=0 cmask=7f000
refine ... frame_bits=(31,32)i rmask=200 cmask=0
EINVAL
refine ... period_size=[951,8690] rmask=2000 cmask=0
0 period_time=(19812,19834) period_size=[951,952]i period_bytes=[3804,3808] periods=(2,10) rmask=0 cmask=f000
refine ... period_bytes=[1023,3808) buffer_size=[2118,8984]i rmask=24000 cmask=0
0 period_time=(19812,19813) period_size=[951]i period_bytes=[3804]i buffer_time=[44125,187167) buffer_bytes=[8472,35936]i rmask=0 cmask=57000
refine ... frame_bits=[256]i rmask=200 cmask=0
EINVAL
params ...
0 access=1 periods=(9,10) buffer_time=(187166,187167) buffer_size=[8984]i buffer_bytes=[35936]i tick_time=[0]i cmask=ff001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... period_time=(124622,236967] rmask=1000 cmask=0
0 period_time=[124625,236959) period_size=[5982,11374]i period_bytes=[23928,45496] periods=[1,3) buffer_time=[124625,341334) buffer_size=[5982,16384]i buffer_bytes=[23928,65536]i rmask=0 cmask=7f000
params ...
0 access=1 period_time=[124625]i period_size=[5982]i period_bytes=[23928]i periods=(2,3) buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i cmask=ff001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... buffer_size=[16,32000]i rmask=ffffffff cmask=0
0 buffer_size=[16,16384]i rmask=0 cmask=20000
params ...
0 access=1 period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i cmask=ff001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... subformat=f621a0b1,5388a9df buffer_size=[14340]i rmask=20004 cmask=0
0 subformat=1 period_time=(333,298750] period_size=[16,14340]i period_bytes=[64,57360] periods=[1,897) buffer_time=[298750]i buffer_bytes=[57360]i rmask=0 cmask=5f004
refine ... period_size=[8532]i rmask=2000 cmask=0
0 period_time=[177750]i period_bytes=[34128]i periods=(1,2) rmask=0 cmask=d000
refine ... tick_time=[537347301,2775892142] rmask=80000 cmask=0
0 rmask=0
refine ... rmask=4
0 rmask=0
params ...
0 access=1 tick_time=[537347301]i cmask=80001
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... buffer_time=[67858,341335] rmask=10000 cmask=0
0 buffer_time=[67875,341334) buffer_size=[3258,16384]i buffer_bytes=[13032,65536]i rmask=0 cmask=70000
refine ... period_size=(14487,16384]i rmask=ffffffff cmask=0
0 period_time=(301833,341334) period_size=[14488,16384]i period_bytes=[57952,65536] periods=[1,2) buffer_time=(301833,341334) buffer_size=[14488,16384]i buffer_bytes=[57952,65536]i rmask=0 cmask=7d000
refine ... tick_time=[3120049360] rmask=80000 cmask=0
0 tick_time=[3120049360]i rmask=0
refine ... periods=[1,5512]i rmask=8000
0 periods=[1,1024]i rmask=0 cmask=8000
refine ... subformat=0,80000000 frame_bits=[32,33] rmask=ffffffff cmask=0
EINVAL
refine ... buffer_time=(301833,21483)i rmask=10000 cmask=0
EINVAL
refine ... period_time=(301832) rmask=ffffffff cmask=0
EINVAL
params ...
EINVAL
refine ... period_time=(333,341334) period_size=[16,16384]i period_bytes=[65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i tick_time=(3832164184,4294967295] rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
0 period_time=(341333,341334) period_size=[16384]i period_bytes=[65536]i periods=[1]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i rmask=0 cmask=7b000 info=40103 msbits=16 rate_num=48000 rate_den=1
params channels=[0,4294967295]e
EINVAL
params flags=1acd6
0 access=1 format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,334) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(341333,341334) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[48000]i period_time=(333,341334) period_size=[16,16384]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,341334) buffer_size=[16,16384]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40103 msbits=16 rate_num=48000 rate_den=1
refine ... sample_bits=[20000]i rmask=100 cmask=0
EINVAL
refine ... buffer_size=[12824]i rmask=20000 cmask=0
0 period_time=(333,267167) period_size=[16,12824]i period_bytes=[64,51296] periods=[1,802) buffer_time=(267166,267167) buffer_bytes=[51296]i rmask=0 cmask=5f000
refine ... buffer_bytes=[237,51296]i rmask=40000 cmask=0
0 rmask=0
refine ... buffer_time=[267166] rmask=ffffffff
EINVAL
refine ... periods=[83,762] rmask=8000
0 period_time=(354,3209) period_size=[17,154]i period_bytes=[68,616] periods=(83,755) rmask=0 cmask=f000
refine ... period_size=(17,154]i rmask=2000 cmask=0
0 period_time=[375,3209) period_size=[18,154]i period_bytes=[72,616] periods=(83,713) rmask=0 cmask=d000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 period_time=[375]i period_size=[18]i period_bytes=[72]i periods=(712,713) buffer_bytes=[51296]i tick_time=[0]i cmask=cf001
