import type { Frame } from './frame.ts'

/** Inside the salt house, as those who were held there tell of it. */
export const HALL: Frame[] = [
  [
    'The hall was <1:sixty paces long by the echo|longer than our threshing floor|too long for one lamp>; I never saw its far end.',
    'تالار <1:از روی پژواک شصت قدم بود|از خرمنگاه ما درازتر بود|برای یک چراغ زیادی دراز بود>؛ ته آن را هیچ‌وقت ندیدم.',
  ],
  [
    'We slept <1:on boards laid over the salt|back to back, and turned at a word|sitting, because lying down was colder>.',
    '<1:روی تخته‌هایی که روی نمک انداخته بودند|پشت به پشت، و با یک کلمه با هم غلت می‌زدیم،|نشسته، چون درازکش سردتر بود،> می‌خوابیدیم.',
  ],
  [
    'Bread came <1:once, towards noon|twice on some days and then not at all|in a bucket, with the water>, and the first piece went to whoever coughed worst.',
    'نان <1:یک بار می‌آمد، نزدیک ظهر|بعضی روزها دو بار می‌آمد و بعضی روزها هیچ|توی سطل می‌آمد، با آب>، و تکهٔ اول مال کسی بود که بدتر سرفه می‌کرد.',
  ],
  [
    'I learned to know people by <1:their cough|how they cleared their throat|the way they set down a cup>. I would pass them in the street today.',
    'آدم‌ها را از <1:سرفه‌شان|صاف‌کردن صدایشان|طرز گذاشتن لیوانشان> می‌شناختم. امروز اگر در خیابان ببینمشان، نمی‌شناسم.',
  ],
  [
    'One man <1:told the plot of a film he had seen in Rudsimin, a little each night|knew the names of stars and where they stood above the roof|mended everyone’s buttons by touch>.',
    'یک نفر <1:هر شب کمی از فیلمی را که در رودسیمین دیده بود تعریف می‌کرد|اسم ستاره‌ها را بلد بود و می‌دانست بالای سقف کجا هستند|دکمهٔ همه را با لمس می‌دوخت>.',
  ],
  [
    'The salt got into <1:every scratch|the bread|our eyebrows>, and we joked that we would keep for years.',
    'نمک توی <1:هر خراش|نان|ابروهایمان> می‌رفت و شوخی می‌کردیم که سال‌ها سالم می‌مانیم.',
  ],
  [
    'I was held <1:nineteen days|from the new moon to the next one and a little more|until the week before the lorries>; others were there longer and should be asked.',
    'مرا <1:نوزده روز|از یک ماه نو تا ماه نو بعدی و کمی بیشتر|تا یک هفته پیش از کامیون‌ها> نگه داشتند؛ کسانی بیشتر ماندند، باید از آن‌ها پرسید.',
  ],
  [
    'There was a pane high up <1:that went grey at dawn|through which one heard larks|stuffed with a sack>, and we quarrelled over who might sit beneath it.',
    'آن بالا شیشه‌ای بود <1:که سحر خاکستری می‌شد|که از آن صدای چکاوک می‌آمد|که با گونی گرفته بودندش> و سر این‌که چه کسی زیرش بنشیند بحث می‌کردیم.',
  ],
  [
    'A man from Peshtar died in the second week. I heard <1:his neighbour call the guard|that his breathing had stopped|them say his name and then not say it again>. I believe that it was his chest.',
    'هفتهٔ دوم مردی از پشتار مرد. شنیدم که <1:بغل‌دستی‌اش نگهبان را صدا زد|نفسش قطع شد|اسمش را گفتند و بعد دیگر نگفتند>. گمان می‌کنم از سینه‌اش بود.',
  ],
  [
    '{kin} was in the same hall and I did not know it <1:for eight days|until he sneezed|until somebody passed his greeting down the row>.',
    '{kin} در همان تالار بود و من <1:هشت روز|تا وقتی عطسه کرد|تا وقتی سلامش دست‌به‌دست رسید> نمی‌دانستم.',
  ],
  [
    'At night the roof <1:ticked like a clock|spoke when the frost took it|let a fine dust of salt down on us>.',
    'شب‌ها سقف <1:مثل ساعت تیک‌تیک می‌کرد|با یخبندان صدا می‌داد|گرد نمک روی ما می‌ریخت>.',
  ],
  [
    'We made a calendar of <1:crumbs along the wall|knots in a shoelace that had been overlooked|grains in a matchbox>, and it was trodden on twice; so my dates may be a day or two out.',
    'تقویمی از <1:خرده‌نان کنار دیوار|گره‌های یک بند کفش که از چشمشان افتاده بود|دانه‌هایی در قوطی کبریت> ساختیم که دو بار لگد شد؛ پس تاریخ‌های من شاید یکی دو روز جابه‌جا باشد.',
  ],
  [
    'A blanket was shared <1:among three|by turns of an hour|with whoever had come back from the Weighing Room>.',
    'یک پتو را <1:سه نفری|ساعتی به نوبت|با هر کس که از اتاق قپان برمی‌گشت> شریک بودیم.',
  ],
  [
    'Master Shahpar <1:set sums for us|asked each of us for one proverb|spoke only to the youngest>, and for that hour the place was a school.',
    'استاد شهپر <1:به ما مسئله می‌داد|از هر کدام یک ضرب‌المثل می‌خواست|فقط با کوچک‌ترها حرف می‌زد> و آن یک ساعت، آن‌جا مدرسه بود.',
  ],
]

/** The questions that were asked in the Weighing Room. */
export const QUESTIONS: Frame[] = [
  [
    'I was blindfolded, so when I say “<1:a tall man|an officer|the same one>” I mean <1:a voice from above|the sound of good boots|a way of breathing>.',
    'چشمم بسته بود؛ پس وقتی می‌گویم «<1:مردی بلندقد|افسری|همان یکی>»، منظورم <1:صدایی از بالاست|صدای پوتین نو است|طرز نفس‌کشیدنی است>.',
  ],
  [
    'In the Weighing Room I was asked <1:who had bound the ledger|who could read the old hand|where the second copy was>. I said what was true: I did not know.',
    'در اتاق قپان پرسیدند <1:دفتر را چه کسی جلد کرده|خط قدیم را چه کسی می‌خواند|نسخهٔ دوم کجاست>. راستش را گفتم: نمی‌دانستم.',
  ],
  [
    'There was <1:a stove behind me|a clock to my left|a wet coat hanging near the door>; that is all the furniture I can swear to.',
    '<1:پشت سرم بخاری بود|سمت چپم ساعت بود|نزدیک در پالتوی خیسی آویزان بود>؛ از اثاث آن‌جا فقط برای همین قسم می‌خورم.',
  ],
  [
    'He who asked <1:never raised his voice|repeated my answers before they were written|said “naturally” at the end of everything>. They called him the Weighman.',
    'کسی که می‌پرسید <1:هیچ‌وقت صدایش را بلند نمی‌کرد|جواب‌هایم را پیش از نوشتن تکرار می‌کرد|آخر هر جمله می‌گفت «طبیعتاً»>. به او قپان‌دار می‌گفتند.',
  ],
  [
    'I was kept standing <1:through one night|until my legs answered for me|from one call to prayer to the next>. I say no more about it here.',
    'مرا <1:یک شب تمام|تا وقتی پاهایم جای من جواب دادند|از یک اذان تا اذان بعد> سرپا نگه داشتند. این‌جا بیشتر از این نمی‌گویم.',
  ],
  [
    'They weighed me on the old salt scale, <1:and read the figure out as if it were a sentence|and somebody laughed|I do not know why>.',
    'مرا روی قپان کهنهٔ نمک کشیدند <1:و عددش را مثل حکم خواندند|و کسی خندید|و نمی‌دانم چرا>.',
  ],
  [
    'A sheet was put under my hand and I was told to <1:make my mark|sign where the cross was|press my thumb>. It was not read to me.',
    'ورقه‌ای زیر دستم گذاشتند و گفتند <1:علامت بزنم|کنار ضربدر امضا کنم|انگشت بزنم>. برایم نخواندند.',
  ],
  [
    'When I was brought back, <1:someone had kept my bread warm under his arm|nobody asked me anything, and I was grateful|the row moved up without a word>.',
    'وقتی برم گرداندند، <1:یکی نانم را زیر بغلش گرم نگه داشته بود|کسی چیزی نپرسید و من ممنون بودم|صف بی‌حرف جمع‌تر نشست>.',
  ],
  [
    'I gave them <1:the names of two dead men|my grandfather’s name|a name I made up, and I have feared for years that someone bore it>.',
    '<1:اسم دو نفر مرده را|اسم پدربزرگم را|اسمی ساختگی را> گفتم<1:.|.|، و سال‌ها ترسیدم کسی به آن اسم بوده باشد.>',
  ],
]

/** The night of the list, as it was heard inside. */
export const LIST: Frame[] = [
  [
    'The list was read <1:from the door, by lamplight|twice, the second time more slowly|in a voice that tripped over our village names>.',
    'فهرست را <1:از دم در و زیر نور چراغ|دو بار، بار دوم آهسته‌تر،|با صدایی که اسم ده‌های ما را غلط می‌گفت> خواندند.',
  ],
  [
    'Those who were called were told to <1:bring nothing|take their shoes in their hands|fold their blankets and leave them>.',
    'به کسانی که صدا زدند گفتند <1:چیزی برندارند|کفششان را دست بگیرند|پتویشان را تا کنند و بگذارند>.',
  ],
  [
    'One of them pressed <1:a button|a crust|half a comb> into my hand as he went by. I have it still.',
    'یکی‌شان وقتی رد می‌شد <1:دکمه‌ای|تکه نانی|نصف شانه‌ای> در دستم گذاشت. هنوز دارمش.',
  ],
  [
    'Some say that Inspector Nilgun held the paper. <1:I did not see who held it|I knew him only by what others whispered|I would not know his voice>.',
    'بعضی می‌گویند کاغذ دست بازرس نیلگون بود. <1:من ندیدم دست که بود|من او را فقط از پچ‌پچ دیگران می‌شناختم|من صدایش را نمی‌شناسم>.',
  ],
  [
    'I counted <1:eighteen names and missed the first|twenty-two|more than twenty, and then the dog began>.',
    'من <1:هجده اسم شمردم و اولی از دستم رفت|بیست‌ودو اسم شمردم|بیشتر از بیست اسم شمردم و بعد سگ شروع کرد>.',
  ],
  [
    'When the engines had gone, the hall was <1:so still that one heard the salt|full of places|colder, as a bed is from which someone has risen>.',
    'وقتی صدای موتورها رفت، تالار <1:آن‌قدر ساکت شد که صدای نمک می‌آمد|پر از جای خالی بود|سردتر شد، مثل رختخوابی که کسی از آن بلند شده باشد>.',
  ],
  [
    'Next morning we were given <1:sugar|double bread|paper to write home on>, and no one would touch it before the oldest did.',
    'صبح روز بعد به ما <1:قند دادند|نان دوبرابر دادند|کاغذ دادند که به خانه بنویسیم> و تا پیرترینمان دست نزد، کسی دست نزد.',
  ],
  [
    'It was either <1:the ninth or the tenth|the tenth or the eleventh|the ninth, as I reckon, or the eleventh, as my friend does,> of Esfand.',
    '<1:نهم اسفند بود یا دهم|دهم اسفند بود یا یازدهم|به حساب من نهم اسفند بود و به حساب رفیقم یازدهم>.',
  ],
]
