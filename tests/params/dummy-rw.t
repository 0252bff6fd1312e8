# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-rw
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
refine access=1000 format=6,0,ffffffff* subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
EINVAL
refine access=3caf32,4782ae,b61ff,a58478,f8a2b,b4aae0,8c19b3e6,3cfdc4f3 format=9ecf5403,c4425e4f,ea7578,7ea72b,3c8f05,295afcca,1750aa,a61192 subformat=512aa,d86507,12b9f256,f81fca2b,e9c6755f,e61181,10d1fd,51394 frame_bits=(0,5215473)i channels=(0,4294967295]i rate=[0,9702203]i period_time=(13845407,2491062194]i period_size=[0,15412332) period_bytes=[2754812939,4294967295)i periods=[0,2698853319] buffer_time=[0,4294967295)i buffer_size=(2846832230,4294967295) buffer_bytes=[1736474137,4294967295] tick_time=[10278527,4294967295) flags=3af009 rmask=345b9b cmask=5a8097 info=5bf991 msbits=5835544 rate_num=4093803 rate_den=3342647436 fifo_size=49953407426224864
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... period_time=[333,11915637] rmask=ffffffff cmask=0
0 period_time=(333,11915637) rmask=0 cmask=1000
refine ... buffer_bytes=[65,65535]i rmask=40000 cmask=0
0 period_time=(333,11915455) period_size=[16,65535]i buffer_time=(354,11915455) buffer_size=[17,65535]i rmask=0 cmask=33000
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(1023,1024) buffer_time=(11915454,11915455) buffer_size=[65535]i buffer_bytes=[65535]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... periods=[1,17) rmask=8000 cmask=0
0 rmask=0
refine ... periods=[1,249) rmask=8000
0 rmask=0
refine ... channels=[44993234]i rmask=400
EINVAL
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(248,249) buffer_time=(2897272,2897273) buffer_size=[15935]i buffer_bytes=[15935]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine access=497a0d64,e97f6f,97cd7b,a7ce72,c4f6ca97,2ecc32,363b39,c0b7a3 format=c60e4e,e09428,ff7fecd0,f66b0c,b4c58b,3dc4a7,f46f68,afb1c6 subformat=a1a058,3795df,938b6b,89606d,de9892de,ec7bb6,8bb50c2a,f639bb sample_bits=(1248107302,1561221469]i channels=(1976961660,4294967295) rate=[3285952875,4294967295] period_time=[1843260498,4294967295)i period_size=(1089775,4294967295]i period_bytes=(72052234,4294967295] periods=(2772266,4294967295]i buffer_time=[3904274106,4294967295)i buffer_size=[14280044,4294967295] buffer_bytes=(3166253221,4294967295] tick_time=(0,4294967295]i flags=8c389 rmask=80000 cmask=30aabe info=ba7c35 msbits=4003872407 rate_num=111870 rate_den=11133978 fifo_size=14179065744221295
0 tick_time=[1,4294967295]i rmask=0 info=40100 fifo_size=0
refine sample_bits=(0,1231841698] channels=[0] period_size=[4294967294,4294967295) buffer_time=(0,2048]
EINVAL
refine periods=[0,4294967295]e rmask=bbc71151
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... periods=[274] rmask=8000 cmask=0
0 period_time=(333,43455) period_size=[16,239]i period_bytes=[64,956] periods=[274]i buffer_time=(91333,11906546) buffer_size=[4384,65486]i buffer_bytes=[4384,65536]i rmask=0 cmask=77000
refine ... period_time=(100000,43455] buffer_time=(91334) rmask=11000 cmask=0
EINVAL
refine ... tick_time=[4294967294,4294967295) rmask=80000 cmask=0
0 rmask=0
refine ... tick_time=(8,4294967295) rmask=80000
0 rmask=0
refine ... frame_bits=[32]i periods=[274,273)i rmask=8200
EINVAL
refine ... periods=[275,274]i rmask=8000
EINVAL
refine ... access=8 rate=[47999,192000) rmask=801
0 rate=[47999,48000] period_time=(333,4980) buffer_time=(91333,1364321) rmask=0 cmask=11800
refine ... rate=[48,48000] rmask=800 cmask=0
0 rate=[5500,48000] rmask=0 cmask=800
refine ... sample_bits=[13]i buffer_time=[173673,1360381) rmask=10100 cmask=0
EINVAL
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=(12853,12854] period_time=(4978,4979] period_size=[64]i period_bytes=[64]i buffer_time=(1364244,1364321) buffer_size=[17536]i buffer_bytes=[17536]i tick_time=(8,9] cmask=f7f02 msbits=8 rate_num=12854 rate_den=1
refine access=f3e79c10,79b46836,daf3b262,b12879ab,59fcb016,8a05c731,9f364f51,e551a989 format=263f25a7,1bff378d,ec92bfe9,74ced178,cee7c0ee,6cbee19,6ceb110,74a550e5 subformat=29414bd1,93b9e618,26828f4c,f3d1d447,93a3a497,8bb83b55,a48c3946,8bad1715 sample_bits=(0,4294967295] frame_bits=[715968869,4294967295] channels=(3774441828,4294967295)i rate=[3993470362,4294967295] period_time=(0,4294967295]i period_size=(0,261199830)i period_bytes=[947600836,4294967295]i periods=[0,4294967295]i buffer_size=[0,3113516394) buffer_bytes=[2465973332,4294967295)i tick_time=(1871006128,4294967295] flags=12d4908 rmask=6f7cca31 cmask=7408b67e info=49d8f6cb msbits=3465606019 rate_num=1048976008 rate_den=1632326424 fifo_size=46746741705390007
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... tick_time=(0,4294967295) rmask=80000 cmask=0
0 rmask=0
refine ... periods=(1,1023] rmask=ffffffff
0 period_time=(333,11915455) period_size=[16,65535]i buffer_time=(354,11915637) buffer_size=[17,65536]i rmask=0 cmask=33000
refine ... buffer_bytes=[15435,65536)i rmask=ffffffff cmask=0
0 period_time=(333,11915273) period_size=[16,65534]i buffer_time=(80395,11915455) buffer_size=[3859,65535]i buffer_bytes=[15435,65535]i rmask=0 cmask=33000
refine ... period_time=[11703344,11915272] buffer_bytes=(15434,65534]i rmask=41000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500,5600) period_time=[11703344,11915091) period_size=[64369,65533]i period_bytes=[64369,65533] periods=(1,2) buffer_time=(11494642,11915273) buffer_size=[64370,65534]i buffer_bytes=[64370,65534]i rmask=0 cmask=7ff02 msbits=8
refine ... period_size=[64369,16) rmask=2000 cmask=0
EINVAL
refine ... period_bytes=[0,65532] rmask=ffffffff cmask=0
0 period_time=[11703344,11914910) period_size=[64369,65532]i period_bytes=[64369,65532] rmask=0 cmask=7000
refine ... buffer_time=[11494642,48404105] rmask=10000 cmask=0
0 rmask=0
params ...
0 rate=[5500]i period_time=(11703454,11703455) period_size=[64369]i period_bytes=[64369]i buffer_time=(11915272,11915273) buffer_size=[65534]i buffer_bytes=[65534]i tick_time=(0,1] cmask=f7800 rate_num=5500 rate_den=1
refine access=8 format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
0 rmask=0 info=40100
refine period_size=[0,4294967295]e
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
params ... sample_bits=[8,10]i rmask=ffffffff cmask=0 info=ffffffff
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff02 info=40100 msbits=8 rate_num=5500 rate_den=1
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... sample_bits=[480,16]i period_bytes=[4,493780423] rmask=4100 cmask=0
EINVAL
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
params rmask=100
0 access=8,0,ffffffff* format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40100 msbits=8 rate_num=5500 rate_den=1
refine flags=1
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... access=8 period_time=(333,2147483647] flags=0 rmask=ffffffff cmask=0 info=ffffffff
0 period_time=(333,11915637) rmask=0 cmask=1000 info=40100
refine rate=[4294967295]
EINVAL
params ... access=8,0,ffffffff* frame_bits=[30,32]i rmask=ffffffff cmask=0 info=ffffffff
0 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[32]i channels=[2]i rate=[5500]i period_time=(2909,2910) period_size=[16]i period_bytes=[64]i periods=[1024]i buffer_time=(2978909,2978910) buffer_size=[16384]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff02 info=40100 msbits=16 rate_num=5500 rate_den=1
refine access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,5499] period_time=[1439009,16001] period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
EINVAL
refine access=0
EINVAL
params access=0
EINVAL
refine channels=(0,3) periods=[3447557915,4294967295] buffer_bytes=[2,11] tick_time=[913629002]
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... frame_bits=[8,9]i rmask=200 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1333,11915637) period_size=[64,65536]i buffer_time=(1333,11915637) buffer_size=[64,65536]i rmask=0 cmask=33702 msbits=8
refine ... access=48a0e36e,3fa8c299 period_size=[64]i rmask=2001 cmask=0
0 access=8 period_time=(1333,11637) period_bytes=[64]i rmask=0 cmask=5001
refine ... buffer_time=[1333,11915636] rmask=10000 cmask=0
0 rmask=0
refine ... buffer_size=[22905,53211)i rmask=20000
0 periods=(357,832) buffer_time=(477187,9674546) buffer_size=[22905,53210]i buffer_bytes=[22905,53210]i rmask=0 cmask=58000
refine ... channels=(1]i rmask=400 cmask=0
EINVAL
refine ... subformat=1 rmask=ffffffff cmask=0
0 rmask=0
refine ... rmask=1
0 rmask=0
refine ... buffer_size=[25741]i rmask=20000
0 periods=(402,403) buffer_time=(536270,4680182) buffer_bytes=[25741]i rmask=0 cmask=58000
refine ... rmask=40000 cmask=0
0 rmask=0
params ...
0 rate=[5500]i period_time=(11636,11637) buffer_time=(4680181,4680182) tick_time=[0]i cmask=91800 rate_num=5500 rate_den=1
params access=35ff91,8d7a59,9fcac0,e2b5f9,36930e,94b06b,3867e,a1237c format=a309ec,4b552a,9fec2936,1f9149,3562cb3a,3e1aed,c21aaf,ed488b subformat=d12061,772820,3d4cd7,b009ca,9356cffe,532730d,b695dd,82ccfe sample_bits=[11806793,4294967295)i channels=[14777325,4294967295)i rate=(0,12026146) period_time=[11370814,4294967295] period_size=(422800536,4294967295)i period_bytes=[2625795106,4294967295)i periods=[4708154,4294967295)i buffer_time=(6648982,4294967295] buffer_size=(2794012636,4294967295) tick_time=(0,4165288690]i flags=869ca rmask=b5c6d696 cmask=2818a3 info=787a50 msbits=5027411 rate_num=11618193 rate_den=11700427 fifo_size=4417803375591915
EINVAL
refine subformat=200 periods=(0,2204140728]i
EINVAL
refine flags=1e5c
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine sample_bits=[572507454] frame_bits=[27]i rate=[0,11635] periods=[0,108]
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... rate=[5500,5499] rmask=ffffffff cmask=0
EINVAL
refine ... sample_bits=(8,6]i rmask=ffffffff cmask=0
EINVAL
refine ... period_time=(1000,66678] rmask=1000 cmask=0
0 period_size=[16,3200]i period_bytes=[64,12800] rmask=0 cmask=6000
refine ... access=3e3a498e,64586197 rmask=1 cmask=0
0 access=8 rmask=0 cmask=1
refine ... buffer_time=(8687282,11915637]i rmask=10000 cmask=0
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500,7544) period_time=(8483,66678] period_size=[64,503]i period_bytes=[64,503] periods=(94,1024] buffer_time=[8687283,11915636]i buffer_size=[47781,65536]i buffer_bytes=[47781,65536]i rmask=0 cmask=7ff02 msbits=8
refine ... access=bfda030c,e2bb5ca period_size=[1536204354]i rmask=2001 cmask=0
EINVAL
refine ... period_bytes=[64,6217480) rmask=4000 cmask=0
0 period_bytes=[64,65536] rmask=0 cmask=4000
params ...
0 rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(1023,1024) buffer_time=[11914000]i buffer_size=[65527]i buffer_bytes=[65527]i tick_time=[0]i cmask=ff800 rate_num=5500 rate_den=1
params buffer_time=(4294967295,1) rmask=d4f650d5
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... subformat=f621a0b1,5388a9df buffer_size=[62676]i rmask=20004 cmask=0
0 format=2,0,ffffffff* subformat=1 sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1333,11395637) period_size=[64,62676]i period_bytes=[64,62676] periods=[1,980) buffer_time=[1305750,11395637) buffer_bytes=[62676]i rmask=0 cmask=5f706 msbits=8
refine ... period_size=[47320]i rmask=2000 cmask=0
0 period_time=(985833,8603637) period_bytes=[47320]i periods=(1,2) rmask=0 cmask=d000
refine ... tick_time=[537347301,2775892142] rmask=80000 cmask=0
0 rmask=0
refine ... rmask=4
0 rmask=0
params ...
0 rate=[5500]i period_time=(8603636,8603637) buffer_time=(11395636,11395637) tick_time=[537347301]i cmask=91800 rate_num=5500 rate_den=1
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... buffer_time=[5096698,11915638] rmask=10000 cmask=0
0 frame_bits=[8,18]i rate=[5500,12859) period_time=(2255,11915637) period_size=[29,65536]i buffer_time=[5096698,11915637) buffer_size=[28032,65536]i buffer_bytes=[28032,65536]i rmask=0 cmask=73a00
refine ... period_size=(27664,65536]i rmask=ffffffff cmask=0
0 period_time=(2151411,11915637) period_size=[27665,65536]i period_bytes=[27665,65536] periods=[1,3) rmask=0 cmask=d000
refine ... tick_time=[3120049360] rmask=80000 cmask=0
0 tick_time=[3120049360]i rmask=0
refine ... periods=[1,5512]i rmask=8000
0 periods=[1,1024]i rmask=0 cmask=8000
refine ... frame_bits=[19,18]i rmask=ffffffff cmask=0
EINVAL
refine ... format=2 rmask=2 cmask=0
0 sample_bits=[8]i frame_bits=[8,16]i rmask=0 cmask=300 msbits=8
refine ... buffer_bytes=(28032,56983]i rmask=40000 cmask=0
0 rate=[5500,11181) period_time=(2474286,10360546) period_size=[27665,56983]i periods=[1,2]i buffer_time=[5096698,10360546) buffer_size=[28032,56983]i buffer_bytes=[28033,56983]i rmask=0 cmask=3b800
params ...
EINVAL
refine
0 access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40100
refine ... subformat=b6c864e9,96ac0a61 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff06 msbits=8 rate_num=5500 rate_den=1
params sample_bits=[0,4294967295)
0 access=8,0,ffffffff* format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40100 msbits=8 rate_num=5500 rate_den=1
refine access=8,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i tick_time=(3832164184,4294967295]
0 period_time=(341333,11915637) period_size=[16384,65536]i period_bytes=[65536]i periods=[1,4] buffer_time=(341333,11915637) buffer_size=[16384,65536]i buffer_bytes=[16384,65536]i rmask=0 cmask=7b000 info=40100
params channels=[0,4294967295]e
EINVAL
