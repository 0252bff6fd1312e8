# 6.1.0-56-amd64, record seed 1, 100 requests
card dummy-rw-noninterleaved
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff07 msbits=8 rate_num=5500 rate_den=1
params access=10 format=6,0,ffffffff* subformat=1 sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[48000]i period_time=(1333,1334) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(1365333,1365334) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=ff702 info=40200 msbits=8 rate_num=48000 rate_den=1
params access=10 format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff02 info=40200 msbits=8 rate_num=5500 rate_den=1
params access=ae53,b574,f392,b917,e15e,f7d9,5971,c14c format=2b42,4188cc12,92dda56f,ab93,4def3229,e8a,9164,362d subformat=b42b,e177,c2b5,923d,628,a423,2441,54b68867 sample_bits=(0,3692650419) frame_bits=[0,24058]i channels=[22714,34923]i rate=[46409,4294967295]i period_time=[421822370,4294967295)i period_size=(31582,1293127672] period_bytes=[0,6507) periods=[58491,4294967295) buffer_time=[0,4274208169] buffer_size=(0,1202135342]i buffer_bytes=[18601,4294967295) tick_time=[0,4294967295)i flags=80e3 rmask=80 cmask=fa7893e8 info=597dfb00 msbits=3802 rate_num=36157 rate_den=3549848627 fifo_size=257161166906392
EINVAL
refine access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=[333,332] period_size=[16,65536]i period_bytes=[64,65536] periods=[681] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
EINVAL
params access=10,0,ffffffff* format=a736b2f3,ae52213a subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[5918,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=[1076000]i period_size=[5918]i period_bytes=[5918]i periods=(11,12) buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff02 info=40200 msbits=8 rate_num=5500 rate_den=1
refine subformat=0
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... periods=[1,17) rmask=8000 cmask=0
0 rmask=0
refine ... periods=[1,249) rmask=8000
0 rmask=0
refine ... channels=[44993234]i rmask=400
EINVAL
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(248,249) buffer_time=(2897272,2897273) buffer_size=[15935]i buffer_bytes=[15935]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine access=497a0d64,e97f6f,97cd7b,a7ce72,c4f6ca97,2ecc32,363b39,c0b7a3 format=c60e4e,e09428,ff7fecd0,f66b0c,b4c58b,3dc4a7,f46f68,afb1c6 subformat=a1a058,3795df,938b6b,89606d,de9892de,ec7bb6,8bb50c2a,f639bb sample_bits=(1248107302,1561221469]i channels=(1976961660,4294967295) rate=[3285952875,4294967295] period_time=[1843260498,4294967295)i period_size=(1089775,4294967295]i period_bytes=(72052234,4294967295] periods=(2772266,4294967295]i buffer_time=[3904274106,4294967295)i buffer_size=[14280044,4294967295] buffer_bytes=(3166253221,4294967295] tick_time=(0,4294967295]i flags=8c389 rmask=80000 cmask=30aabe info=ba7c35 msbits=4003872407 rate_num=111870 rate_den=11133978 fifo_size=14179065744221295
0 tick_time=[1,4294967295]i rmask=0 info=40200 fifo_size=0
refine sample_bits=(0,1231841698] channels=[0] period_size=[4294967294,4294967295) buffer_time=(0,2048]
EINVAL
refine periods=[0,4294967295]e rmask=bbc71151
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
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
refine ... access=10 buffer_size=(4384,4294967295)i rmask=20001
0 period_time=(354,43455) period_size=[17,239]i buffer_time=(97041,11906546) buffer_size=[4658,65486]i buffer_bytes=[4658,65536]i rmask=0 cmask=73000
refine ... period_bytes=[707,957) rmask=4000 cmask=0
EINVAL
refine ... buffer_bytes=[5512,53266]i rmask=40000 cmask=0
0 period_time=(354,35273) period_size=[17,194]i period_bytes=[64,776] buffer_time=(97041,9664728) buffer_size=[4658,53156]i rmask=0 cmask=37000
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i buffer_time=(3188363,3188364) buffer_size=[17536]i buffer_bytes=[17536]i tick_time=(8,9] cmask=f7f02 msbits=8 rate_num=5500 rate_den=1
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... period_size=[50787] rmask=2000
0 format=2,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i period_time=(1058062,9234000] period_size=[50787]i period_bytes=[50787]i periods=[1,2) buffer_time=(1058062,11915637) buffer_size=[50787,65536]i buffer_bytes=[50787,65536]i rmask=0 cmask=7f702 msbits=8
refine ... buffer_size=[50787,8001]i rmask=20000 cmask=0
EINVAL
params ...
0 rate=[5500]i period_time=[9234000]i periods=(1,2) buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff02 rate_num=5500 rate_den=1
params subformat=400000 periods=(939944278,1057327463)
EINVAL
refine period_time=[6939,6938]
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... period_time=(8925,11915637] buffer_size=(16,65536)i rmask=21000 cmask=0
0 period_time=(8925,11915455) period_size=[50,65535]i buffer_time=(1041,11915455) buffer_size=[50,65535]i rmask=0 cmask=33000
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(1023,1024) buffer_time=(11915454,11915455) buffer_size=[65535]i buffer_bytes=[65535]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine sample_bits=(0,4294967295) rate=[13819,106379381] buffer_bytes=[0]
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... rate=[5499] tick_time=[2000000,4294967295] rmask=80800 cmask=0
EINVAL
refine ... frame_bits=[24]i buffer_time=(11915636) rmask=ffffffff cmask=0
EINVAL
refine ... period_bytes=(65,65535] buffer_bytes=[2755028849,65536]i rmask=44000 cmask=0
EINVAL
refine ... frame_bits=[33] rmask=200 cmask=0
EINVAL
refine ... period_bytes=[65537,65536] rmask=ffffffff cmask=0
EINVAL
refine ... periods=(460,1024] rmask=8000 cmask=0
0 period_time=(333,25819) period_size=[16,142]i period_bytes=[64,568] buffer_time=(153354,11915637) buffer_size=[7361,65536]i buffer_bytes=[7361,65536]i rmask=0 cmask=77000
refine ... sample_bits=(8,1051525500)i rmask=100 cmask=0
0 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[16,32]i period_time=(333,12910) period_size=[16,71]i period_bytes=[64,284] buffer_time=(153354,5957819) buffer_size=[7361,32768]i buffer_bytes=[14722,65536]i rmask=0 cmask=77302 msbits=16
params ...
0 frame_bits=[16]i channels=[1]i rate=[5500]i period_time=(5818,5819) period_size=[32]i period_bytes=[64]i periods=[1024]i buffer_time=(5957818,5957819) buffer_size=[32768]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff02 rate_num=5500 rate_den=1
refine rate=(0,1]
EINVAL
refine access=d16a38,57649c,23ec0f,fb3678,32558b60,eb18ce,50f67c,2cc5d9 format=a8d3ce,228e5a,167c47,5271c2,d4aa9e82,2bc445,d25dd4,9a84ea subformat=3e281,657b5fe,202636a8,cbcf88,21e4ec,aa8a31,31a21f,d85cfb sample_bits=[14751941,4294967295] frame_bits=[9230011,4294967295]i channels=(0,4294967295) rate=(0,4294967295)i period_time=[8590675,4294967295)i period_size=(0,4294967295) period_bytes=(11660010,4294967295) periods=[4568502,4294967295) buffer_time=[1695910897,4294967295) buffer_bytes=[5276957,13165602)i tick_time=[0,4294967295) flags=bbfb25 rmask=20 cmask=f24a80 info=bff4ae msbits=7446462 rate_num=1819144531 rate_den=4135324036 fifo_size=63617132907606120
0 rmask=0 info=40200 fifo_size=0
params subformat=0
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... access=10 rmask=1 cmask=0
0 rmask=0
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... frame_bits=[9,32)i rmask=200 cmask=0
0 frame_bits=[9,31]i period_time=(354,10591637) period_size=[17,58254]i buffer_time=(354,10591637) buffer_size=[17,58254]i rmask=0 cmask=33000
refine ... channels=[48000]i rmask=400 cmask=0
EINVAL
refine ... access=10 rmask=1 cmask=0
0 rmask=0
refine ... buffer_size=(24,2571)i rmask=20000
0 period_time=(354,467273) period_size=[17,2570]i period_bytes=[64,9959) periods=[1,152) buffer_time=(520,467273) buffer_size=[25,2570]i buffer_bytes=[64,9958]i rmask=0 cmask=5f000
params ...
0 format=2 sample_bits=[8]i frame_bits=[16]i channels=[2]i rate=[5500]i period_time=(5818,5819) period_size=[32]i period_bytes=[64]i periods=(80,81) buffer_time=(467272,467273) buffer_size=[2570]i buffer_bytes=[5140]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
params rate=(0)
EINVAL
refine rmask=1
0 access=10,0,ffffffff* rmask=0 cmask=1 info=40200
params period_time=[0,3388288252) period_size=(3098318208,4294967295] buffer_time=(0)
EINVAL
refine access=f7f6b9,894211,178e5d1,bbe325,4ae582,f65d40,5609a2,4d6c90 format=184aed,1db8e7,a730d1,ba23cb,6dcd70,7bdf0c,46aefe,f1c748 subformat=b43a2669,dab5e0,96d00f5a,edd455,858398,1bcb3c,9cf2e,43108 sample_bits=[0,8747637) frame_bits=(0,1731014553] channels=(6752606,4294967295) rate=[7202643,4294967295]i period_time=[13564372,4294967295)i period_size=[1799577441,4294967295) period_bytes=(0,4294967295]i periods=(0,4294967295) buffer_time=(0,9185683] buffer_size=(239381,4099322) buffer_bytes=(0,15399167)i tick_time=(0,11806793)i flags=136bef rmask=9eb7db cmask=5d5f1c info=53f216 msbits=15835776 rate_num=3328494808 rate_den=4165288690 fifo_size=10687880088953493
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... subformat=1 rmask=4 cmask=0
0 rmask=0
refine ... period_time=[332,11915637] rmask=ffffffff
0 period_time=(333,11915637) rmask=0 cmask=1000
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=fff02 msbits=8 rate_num=5500 rate_den=1
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
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
0 rate=[5500]i period_time=(11915454,11915455) periods=(1,2) buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i cmask=f9800 rate_num=5500 rate_den=1
refine access=bd9fc5,2196a,ef5066,b47fc2,157277,7bdf05,3896a4,e096f2 format=72e74,a66d4991,ece25b16,31cf5e,20489e,5b46c7,221fc5,43abc619 subformat=b61ac8,50a29e,d79d9,2a859ad,24632d,c082145d,76ae42,14d75962 sample_bits=[11788943,4294967295)i frame_bits=[0,1200301] channels=(0,4294967295]i rate=[207867275,4294967295] period_time=[1203345,8899387] period_size=(15181358,4294967295) period_bytes=[0,4294967295)i periods=[0,3040167097]i buffer_time=[13422479,4294967295]i buffer_size=(14164018,4294967295)i buffer_bytes=[565794849,4294967295]i tick_time=[4809833,11012858)i flags=6cef1a37 rmask=100 cmask=b4bed1 info=32f99a msbits=2939360811 rate_num=4980926 rate_den=3507482 fifo_size=65361434346842480
EINVAL
refine frame_bits=(2824427447,2824427446]
EINVAL
params access=0 rmask=ea21161
EINVAL
refine access=0
EINVAL
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... frame_bits=[44100,32]i rmask=200 cmask=0
EINVAL
refine ... buffer_bytes=[47692]i rmask=40000 cmask=0
0 period_time=(333,8671273) period_size=[16,47692]i buffer_time=(248395,8671273) buffer_size=[11923,47692]i rmask=0 cmask=33000
refine ... frame_bits=[8,32)i rmask=200 cmask=0
0 frame_bits=[8,16]i period_time=(666,8671273) period_size=[32,47692]i buffer_time=(496791,8671273) buffer_size=[23846,47692]i rmask=0 cmask=33200
refine ... period_bytes=[422310] buffer_size=(23847,37812)i rmask=24000 cmask=0
EINVAL
refine ... buffer_size=(23846,37447]i rmask=20000 cmask=0
EINVAL
refine ... subformat=b6c864e9,96ac0a61 rmask=4 cmask=0
0 subformat=1 rmask=0 cmask=4
params ...
0 format=2 sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=(745,746) buffer_time=(8671272,8671273) buffer_size=[47692]i tick_time=[0]i cmask=bff06 msbits=8 rate_num=5500 rate_den=1
params sample_bits=[0,4294967295)
0 access=10,0,ffffffff* format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40200 msbits=8 rate_num=5500 rate_den=1
refine access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i tick_time=(3832164184,4294967295]
0 period_time=(341333,11915637) period_size=[16384,65536]i period_bytes=[65536]i periods=[1,4] buffer_time=(341333,11915637) buffer_size=[16384,65536]i buffer_bytes=[16384,65536]i rmask=0 cmask=7b000 info=40200
params channels=[0,4294967295]e
EINVAL
params flags=1acd6
0 access=10,0,ffffffff* format=2 subformat=1,0,ffffffff* sample_bits=[8]i frame_bits=[8]i channels=[1]i rate=[5500]i period_time=(11636,11637) period_size=[64]i period_bytes=[64]i periods=[1024]i buffer_time=(11915636,11915637) buffer_size=[65536]i buffer_bytes=[65536]i tick_time=[0]i rmask=0 cmask=fff07 info=40200 msbits=8 rate_num=5500 rate_den=1
refine
0 access=10,0,ffffffff* format=6,0,ffffffff* subformat=1,0,ffffffff* sample_bits=[8,16]i frame_bits=[8,32]i channels=[1,2]i rate=[5500,48000] period_time=(333,11915637) period_size=[16,65536]i period_bytes=[64,65536] periods=[1,1024] buffer_time=(333,11915637) buffer_size=[16,65536]i buffer_bytes=[64,65536]i rmask=0 cmask=7ff07 info=40200
refine ... sample_bits=[9,20000] rmask=ffffffff cmask=0
0 format=4,0,ffffffff* sample_bits=[16]i frame_bits=[16,32]i period_time=(333,5957819) period_size=[16,32768]i buffer_time=(333,5957819) buffer_size=[16,32768]i rmask=0 cmask=33302 msbits=16
refine ... access=10 rmask=1 cmask=0
0 rmask=0
refine ... sample_bits=(15,16]i rmask=100
0 sample_bits=[16]i rmask=0
refine ... channels=[3,92)i period_time=[5957818,5957819) rmask=ffffffff
EINVAL
refine ... period_time=(2153785,2668916) buffer_bytes=[64,192000)i rmask=41000
0 rate=[5500,15215) period_size=[11846,32768]i period_bytes=[23692,65536] periods=[1,3) buffer_time=(778573,5957819) buffer_size=[11846,32768]i buffer_bytes=[23692,65536]i rmask=0 cmask=7e800
refine ... channels=[1,48000)i rmask=ffffffff cmask=0
0 channels=[1,2]i rmask=0 cmask=400
refine ... channels=[1]i rmask=400 cmask=0
0 frame_bits=[16]i rmask=0 cmask=200
params ...
0 rate=[5500]i period_time=(2153818,2153819) period_size=[11846]i period_bytes=[23692]i periods=(2,3) buffer_time=(5957818,5957819) buffer_size=[32768]i buffer_bytes=[65536]i tick_time=[0]i cmask=ffa00 rate_num=5500 rate_den=1
