# 6.1.0-56-amd64, record seed 1, 100 requests
card hda-aligned
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
params ...
0 access=1 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[0]i cmask=fff07 rate_num=16000 rate_den=1
refine access=1 format=4,0,ffffffff* subformat=1 sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i
0 rate=[96000]i period_time=(333,5461334) buffer_time=(666,10922667) rmask=0 cmask=11000 info=c90103 msbits=16 rate_num=96000 rate_den=1
refine ... access=9,0,ffffffff* subformat=18a0c507,ea7578e2 rate=[16000,96000] period_time=(333,32768000] period_size=(31,524288)i buffer_time=(4294967295] buffer_bytes=(582397,4294967295]i rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... periods=[11025,32]i rmask=8000 cmask=0
EINVAL
refine ... period_time=(333,32768001] buffer_time=[666,1567041] rmask=11000 cmask=0
0 period_time=(333,4700000] period_size=[32,75200]i period_bytes=[128,300800] buffer_time=(666,1567041] buffer_size=[64,150432]i buffer_bytes=[256,601728]i rmask=0 cmask=77000
refine ... buffer_bytes=[480,601728) rmask=40000 cmask=0
0 buffer_time=(1333,1567041] buffer_size=[128,150400]i buffer_bytes=[512,601600]i rmask=0 cmask=70000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_size=[74970439]i tick_time=[1,4294967295] rmask=82000
EINVAL
refine ... buffer_size=[38334,44100]i rmask=ffffffff
0 rate=[32000,96000] period_time=(12666,689000] period_size=[1216,22048]i period_bytes=[4864,88192] buffer_time=(399333,1378000] buffer_size=[38336,44096]i buffer_bytes=[153344,176384]i rmask=0 cmask=77800
refine ... rate=[32000,96001] buffer_time=(1255425]i rmask=10800 cmask=0
EINVAL
refine ... subformat=82554f0b,eda037b channels=[1]i rmask=404 cmask=0
EINVAL
refine ... rmask=2 cmask=0
0 rmask=0
params ...
0 access=1 rate=[32000]i period_time=[38000]i period_size=[1216]i period_bytes=[4864]i periods=[32]i buffer_time=[1216000]i buffer_size=[38912]i buffer_bytes=[155648]i tick_time=[0]i cmask=ff801 rate_num=32000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... periods=[33]i rmask=8000 cmask=0
EINVAL
params ...
0 access=1 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[0]i cmask=fff07 rate_num=16000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... period_bytes=[116785,1118235) rmask=4000 cmask=0
0 period_time=(304333,17472000] period_size=[29216,279552]i period_bytes=[116864,1118208] buffer_time=(608666,65536000] buffer_size=[58432,1048576]i buffer_bytes=[233728,4194304]i rmask=0 cmask=77000
refine ... frame_bits=[32,450)i buffer_bytes=[233729,4194303]i rmask=40200 cmask=0
0 frame_bits=[32,449]i buffer_time=(608666,65534000] buffer_size=[58432,1048544]i buffer_bytes=[233856,4194176]i rmask=0 cmask=70000
refine ... channels=[2,3]i rmask=400 cmask=0
0 frame_bits=[32]i channels=[2]i buffer_time=[609000,65534000] buffer_size=[58464,1048544]i rmask=0 cmask=30600
refine ... channels=[2)i rmask=400 cmask=0
EINVAL
refine ... sample_bits=(16,4095023)i period_time=[4294967294,17472000] rmask=1100 cmask=0
EINVAL
refine ... sample_bits=[16,4294967295]i rmask=100 cmask=0
0 sample_bits=[16]i rmask=0 cmask=100
refine ... period_time=[17472001,17472000] buffer_bytes=[233856,100000)i rmask=ffffffff cmask=0
EINVAL
refine ... rmask=200 cmask=0
0 rmask=0
refine ... period_time=[304333,2000000] rmask=1000
0 period_time=(304333,2000000] period_size=[29216,192000]i period_bytes=[116864,768000] rmask=0 cmask=7000
params ...
0 access=1 rate=[16000]i period_time=[1826000]i period_size=[29216]i period_bytes=[116864]i periods=[32]i buffer_time=[58432000]i buffer_size=[934912]i buffer_bytes=[3739648]i tick_time=[0]i cmask=ff801 rate_num=16000 rate_den=1
refine buffer_time=[0,4294967295]e
EINVAL
refine access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16,15]i frame_bits=[32]i channels=[2]i rate=[74460] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[3,13]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i
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
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
params access=57d484,ddab82,85e5dc,5d87c945,ccaaf164,373450c6,3bcb14,eb762d format=ac4b68,91683b,d9b27,3ba25f,8348c1,ca8497,27670c10,de4bcb subformat=36d42f,655916,cd7d8f,6b5d96,c1c22428,894fa004,f115c,c3db0320 sample_bits=[5359599,4294967295) frame_bits=(133980344,4294967295)i channels=(11860821,15801300]i rate=(0,4294967295]i period_time=[2160414861,4294967295)i period_size=[0,1373633273] period_bytes=[0,11770589)i periods=[0,8862734)i buffer_time=(7018682,4294967295] buffer_size=(0,192715)i buffer_bytes=[0,12241152] tick_time=[913689,8832942) flags=545ab8cc rmask=4 cmask=c6ff09 info=16466e msbits=13102072 rate_num=2452179 rate_den=10794184 fifo_size=3340118767827153
EINVAL
params ... period_time=[206691,32094190)i period_size=[32,186737921]i period_bytes=[2097151] flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
EINVAL
refine ... access=8 period_time=[332,32768000] buffer_bytes=[1068050,3060802]i flags=0 rmask=ffffffff cmask=0 info=ffffffff msbits=0
0 period_time=[87000,23912000] period_size=[8352,382592]i period_bytes=[33408,1530368] buffer_time=(2781666,47824000] buffer_size=[267040,765184]i buffer_bytes=[1068160,3060736]i rmask=0 cmask=77000 info=c90103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... tick_time=(4294967295] rmask=80000 cmask=0
EINVAL
refine ... tick_time=[89834416,4294967295] rmask=80000 cmask=0
0 rmask=0
refine ... channels=(63249536,2]i rmask=400
EINVAL
refine ... period_size=[52]i rmask=2000
EINVAL
refine ... frame_bits=(32,1330]i rmask=200
EINVAL
refine ... access=8 rmask=ffffffff
0 rmask=0
refine ... frame_bits=[14067,2000000]i rmask=200
EINVAL
params ...
0 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[89834416]i cmask=ff800 rate_num=16000 rate_den=1
params access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(41341417]i buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... rmask=ffffffff
0 rmask=0
refine ... rmask=2
0 rmask=0
refine ... rate=[16000,11635] periods=(8,32]i rmask=8800
EINVAL
refine ... subformat=14d75963,7971eada sample_bits=(6,16)i rmask=104
EINVAL
refine ... tick_time=[0,3262594042] rmask=80000
0 rmask=0
params ...
0 access=1 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[0]i cmask=ff801 rate_num=16000 rate_den=1
params subformat=0
EINVAL
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... period_time=(441,19843] buffer_time=[44101,6414830] rmask=11000
0 period_size=[32,1888]i period_bytes=[128,7552] buffer_time=[44101,3776000] buffer_size=[736,60416]i buffer_bytes=[2944,241664]i rmask=0 cmask=76000
refine ... frame_bits=(31,32)i rmask=200 cmask=0
EINVAL
refine ... period_size=[1887,8690] rmask=2000 cmask=0
0 rate=[96000]i period_time=(19666,19667) period_size=[1888]i period_bytes=[7552]i periods=[3,32]i buffer_time=[59000,629334) buffer_size=[5664,60416]i buffer_bytes=[22656,241664]i rmask=0 cmask=7f800 rate_num=96000 rate_den=1
refine ... period_bytes=[1023,7552)i buffer_size=[5665,42648]i rmask=24000 cmask=0
EINVAL
refine ... frame_bits=[256]i rmask=200 cmask=0
EINVAL
params ...
0 access=1 periods=[32]i buffer_time=(629333,629334) buffer_size=[60416]i buffer_bytes=[241664]i tick_time=[0]i cmask=ff801
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... period_time=(1272872,4532515] rmask=1000 cmask=0
0 period_size=[20384,435104]i period_bytes=[81536,1740416] buffer_time=(424666,65536000] buffer_size=[40768,1048576]i buffer_bytes=[163072,4194304]i rmask=0 cmask=76000
params ...
0 access=1 rate=[16000]i period_time=[1274000]i period_size=[20384]i period_bytes=[81536]i periods=[32]i buffer_time=[40768000]i buffer_size=[652288]i buffer_bytes=[2609152]i tick_time=[0]i cmask=ff801 rate_num=16000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... buffer_size=[64,32000]i rmask=ffffffff cmask=0
0 period_time=(333,1000000] period_size=[32,16000]i period_bytes=[128,64000] buffer_time=(666,2000000] buffer_bytes=[256,128000]i rmask=0 cmask=57000
params ...
0 access=1 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[0]i cmask=ff801 rate_num=16000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... subformat=f621a0b1,5388a9df buffer_size=[730548]i rmask=20004 cmask=0
EINVAL
refine ... period_size=[403924]i rmask=2000 cmask=0
EINVAL
refine ... tick_time=[537347301,2775892142] rmask=80000 cmask=0
0 rmask=0
refine ... subformat=1 rmask=4
0 rmask=0
params ...
0 access=1 rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[537347301]i cmask=ff801 rate_num=16000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... buffer_time=[64606155,65536001] rmask=10000 cmask=0
0 rate=[16000]i period_time=[2020000,32768000] period_size=[32320,524288]i period_bytes=[129280,2097152] buffer_time=[64608000,65536000] buffer_size=[1033728,1048576]i buffer_bytes=[4134912,4194304]i rmask=0 cmask=77800 rate_num=16000 rate_den=1
refine ... period_size=(71479,524288]i rmask=ffffffff cmask=0
0 period_time=[4616000,32768000] period_size=[73856,524288]i period_bytes=[295424,2097152] periods=[2,14]i rmask=0 cmask=f000
refine ... tick_time=[3120049360] rmask=80000 cmask=0
0 tick_time=[3120049360]i rmask=0
refine ... periods=[2,5512] rmask=8000
0 periods=[2,32]i rmask=0 cmask=8000
refine ... subformat=0,80000000 frame_bits=[32,33] rmask=ffffffff cmask=0
EINVAL
refine ... buffer_time=(64608000,21483)i rmask=10000 cmask=0
EINVAL
refine ... period_time=[4615999] rmask=ffffffff cmask=0
EINVAL
params ...
EINVAL
refine ... rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[2097152] buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i tick_time=(3832164184,4294967295] rmask=ffffffff cmask=0 info=ffffffff msbits=0 rate_num=0 rate_den=0
0 period_time=(5461333,32768000] period_size=[524288]i period_bytes=[2097152]i periods=[2]i buffer_time=(10922666,65536000] buffer_size=[1048576]i buffer_bytes=[4194304]i rmask=0 cmask=7b000 info=c90103 msbits=16
params channels=[0,4294967295]e
EINVAL
params flags=1acd6
0 access=1 format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000]i period_time=[2000]i period_size=[32]i period_bytes=[128]i periods=[32]i buffer_time=[64000]i buffer_size=[1024]i buffer_bytes=[4096]i tick_time=[0]i rmask=0 cmask=fff07 info=c90103 msbits=16 rate_num=16000 rate_den=1
refine
0 access=9,0,ffffffff* format=4,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[16000,96000] period_time=(333,32768000] period_size=[32,524288]i period_bytes=[128,2097152] periods=[2,32]i buffer_time=(666,65536000] buffer_size=[64,1048576]i buffer_bytes=[256,4194304]i rmask=0 cmask=7ff07 info=c90103 msbits=16
refine ... sample_bits=[20000]i rmask=100 cmask=0
EINVAL
refine ... buffer_size=[226232]i rmask=20000 cmask=0
EINVAL
refine ... buffer_bytes=[256,237]i rmask=40000 cmask=0
EINVAL
refine ... periods=[6,19]i tick_time=[0,2794006445] rmask=88000 cmask=0
0 period_time=(333,10922000] period_size=[32,174752]i period_bytes=[128,699008] buffer_time=[2000,65536000] buffer_size=[192,1048576]i buffer_bytes=[768,4194304]i rmask=0 cmask=77000
refine ... period_size=(32,118233]i rmask=2000 cmask=0
0 period_time=(666,7388000] period_size=[64,118208]i period_bytes=[256,472832] buffer_time=[4000,65536000] buffer_size=[384,1048576]i buffer_bytes=[1536,4194304]i rmask=0 cmask=77000
refine ... format=4 rmask=2 cmask=0
0 rmask=0
refine ... access=8 buffer_time=[1082383,65536000]i rmask=10001
0 period_time=(9666,7388000] period_size=[928,118208]i period_bytes=[3712,472832] buffer_size=[17344,1048576]i buffer_bytes=[69376,4194304]i rmask=0 cmask=67000
params ...
0 rate=[16000]i period_time=[58000]i period_size=[928]i period_bytes=[3712]i periods=[19]i buffer_time=[1102000]i buffer_size=[17632]i buffer_bytes=[70528]i tick_time=[0]i cmask=ff800 rate_num=16000 rate_den=1
