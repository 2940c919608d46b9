"""The Chinese characters most used in names, by their sound in pinyin."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

_BY_SOUND = """
ai爱愛艾 an安 ba巴 bai白百 ban班 bao宝寶包鲍 bei贝貝北 bi碧璧 bin彬斌滨 bing冰兵炳 bo波博柏 cai蔡彩才财
can灿 cao曹草 cen岑 chan婵 chang常昌畅长長 chao超朝 chen陈陳晨辰 cheng程成城诚 chi池 chong崇 chu楚初 chun春纯純
cong聪丛 cui崔翠 da大达 dai戴代 dan丹旦 dao道 de德 deng邓鄧登 di迪 ding丁定 dong东東董冬 dou窦 du杜 duan段 e娥 en恩
fa发 fan范樊凡帆 fang方芳房 fei飞飛菲费霏 fen芬 feng冯馮凤鳳峰丰风枫 fu付傅福富芙 gan甘 gang刚钢 gao高 ge葛歌 geng耿
gong龚宫 gu顾顧谷古 guan关關官 guang光广廣 gui桂贵貴 guo郭国國 hai海 han韩韓涵寒汉 hang航 hao郝浩豪昊好 he何贺和荷河 hei黑
heng恒 hong洪红紅虹宏鸿 hou侯 hu胡虎湖 hua华華花 huai怀 huan欢歡环 huang黄黃 hui慧惠辉輝会卉 huo霍 ji季纪姬吉继 jia贾佳家嘉
jian建健简剑 jiang江姜蒋蔣 jiao焦娇嬌 jie杰洁潔捷姐 jin金锦錦进晋瑾 jing静靜晶京景菁婧敬 jiu九 ju菊巨 juan娟 jun军軍君俊
kai凯凱开 kang康 ke柯可克 kong孔 kuang邝 kun坤昆 lai赖来 lan兰蘭岚蓝 lang郎 lao老 le乐樂 lei雷蕾磊 leng冷 li李丽麗黎莉力立利理丽 lian莲蓮连
liang梁亮良 liao廖 lin林琳霖 ling玲凌灵靈铃令 liu刘劉柳 long龙龍隆 lou楼 lu陆陸卢盧鲁路露璐 luan栾 lun伦 luo罗羅洛骆 lv吕呂绿
ma马馬玛 mai麦 man曼满 mao毛 mei美梅媚玫湄妹 meng孟梦夢萌 mi米蜜 miao苗妙 min敏闵民 ming明铭鸣 mo莫 mu穆木牧 na娜那 nan南楠
ni倪妮尼 nian年 nie聂 ning宁寧 niu牛 nuo诺 ou欧歐 pan潘盼 pang庞 pei裴佩培沛 peng彭鹏朋 ping平萍苹 pu蒲璞 qi齐齊祁琪琦奇启七
qian钱錢倩千谦 qiang强強 qiao乔喬巧桥 qin秦琴勤沁 qing青清晴庆卿 qiong琼瓊 qiu邱秋丘 qu曲屈 quan全泉权 que雀 ran冉然 ren任仁
rong荣榮容蓉 rou柔 ru茹如 ruan阮 rui瑞睿蕊 run润 ruo若 sa萨 san三 sang桑 sha沙莎 shan单山珊善 shang尚商 shao邵少 she佘 shen沈申深
sheng盛生胜圣 shi石史施时诗世 shou寿 shu舒淑树书 shuang双爽霜 shui水 shun顺 si司思丝斯 song宋松 su苏蘇素 sui隋 sun孙孫 suo索
tai太泰 tan谭譚谈 tang唐汤湯糖 tao陶涛濤桃 teng滕 ti蒂 tian田天甜 tie铁 ting婷庭亭 tong童佟彤 tu涂 wan万萬婉晚 wang王汪旺
wei魏韦韋卫薇伟偉威维微玮 wen温文雯闻 weng翁 wo沃 wu吴吳武伍邬五 xi席习西希喜曦溪 xia夏霞侠 xian冼贤仙 xiang向项香翔湘祥 xiao肖萧蕭小晓曉筱笑
xie谢謝 xin辛欣新心鑫馨信 xing邢星兴杏 xiong熊雄 xiu秀修 xu徐许許旭絮 xuan宣轩萱璇 xue薛雪 xun荀 ya雅亚亞娅 yan严嚴颜顏燕艳艷妍彦岩言
yang杨楊阳陽扬洋 yao姚瑶瑤耀 ye叶葉夜 yi易伊怡依艺一义宜毅 yin尹殷银音 ying应英颖莹瑩樱 yong雍永勇 you尤友优 yu于余俞玉雨宇郁喻育瑜羽语渝鱼
yuan袁元媛园圆远源 yue岳月悦越 yun云雲韵芸允 za杂 zeng曾 zhai翟 zhan詹展 zhang张張章 zhao赵趙昭 zhe哲 zhen甄珍真贞振 zheng郑鄭正
zhi智志芝之知 zhong钟鐘忠中 zhou周舟 zhu朱竹珠祝 zhuang庄莊 zhuo卓 zi紫子梓姿 zong宗 zou邹鄒 zu祖 zuo左
"""

SYLLABLES: dict[str, str] = {
    character: sound
    for entry in _BY_SOUND.split()
    for sound in ["".join(letter for letter in entry if letter.isascii())]
    for character in entry[len(sound) :]
}
"""What each character sounds like, without its tone."""
