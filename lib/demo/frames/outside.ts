import type { Frame } from './frame.ts'

/** Outside the gate. */
export const GATE: Frame[] = [
  [
    'We walked to the gate <1:on Thursdays|before dawn, so as to be home for the milking|in our husbands’ boots>, eleven kilometres over the flats.',
    '<1:پنجشنبه‌ها|پیش از سحر، که برای دوشیدن برگشته باشیم،|با چکمهٔ مردهایمان> یازده کیلومتر از شوره‌زار تا دروازه می‌رفتیم.',
  ],
  [
    'The guard would take <1:socks but no letters|letters but no bread|nothing on days when a car was standing there>.',
    'نگهبان <1:جوراب می‌گرفت و نامه نه|نامه می‌گرفت و نان نه|روزهایی که ماشینی آن‌جا بود هیچ چیز نمی‌گرفت>.',
  ],
  [
    'Aunt Golandam used to <1:bang the lid of her basket|sing the price of bread|ask after the guard’s mother by name>, so that they inside should know that we were there.',
    'خاله گلندام <1:در سبدش را به هم می‌کوبید|قیمت نان را به آواز می‌خواند|حال مادر نگهبان را به اسم می‌پرسید> تا آن تو بفهمند ما آمده‌ایم.',
  ],
  [
    'Once a shirt came out to be washed, and in the hem was <1:a date-stone|a twist of paper with nothing on it|a row of knots>. We understood it in our own way.',
    'یک بار پیراهنی بیرون دادند که بشوییم و در درزش <1:هستهٔ خرمایی بود|کاغذ پیچیده‌ای بود که رویش چیزی نبود|یک ردیف گره بود>. ما هر کدام آن را جوری فهمیدیم.',
  ],
  [
    'I heard <1:coughing|a count being spoken, as at school,|somebody whistling the harvest song> from behind the wall. I saw nobody.',
    'از پشت دیوار <1:صدای سرفه|صدای شمردن، مثل مدرسه،|سوت آواز درو> شنیدم. کسی را ندیدم.',
  ],
  [
    'They told us that the men were <1:working for wages|in quarantine|gone to the city to sign>. Each of us was told something different, and we compared it on the way home.',
    'به ما گفتند مردها <1:مزدبگیرند|در قرنطینه‌اند|رفته‌اند شهر امضا بدهند>. به هر کس چیزی می‌گفتند و در راه خانه با هم می‌سنجیدیم.',
  ],
  [
    'One of the guards, a man with <1:a scarf of our weave|a burnt hand|a stammer>, let me stand by the brazier. I never learned his name.',
    'یکی از نگهبان‌ها که <1:شالی از بافت خودمان داشت|دستش سوخته بود|زبانش می‌گرفت> گذاشت کنار منقل بایستم. اسمش را هیچ‌وقت نفهمیدم.',
  ],
  [
    'The children played <1:at being lorries|at counting|at guards and bread>, and we did not know whether to forbid it.',
    'بچه‌ها <1:کامیون‌بازی|شمردن‌بازی|نگهبان‌ونان‌بازی> می‌کردند و ما نمی‌دانستیم جلویشان را بگیریم یا نه.',
  ],
  [
    'From the ridge one could see <1:smoke from one chimney of the four|washing hung on the north side|a line of footprints that went in and turned>. More than that I did not see.',
    'از یال تپه می‌شد <1:دود یکی از چهار دودکش را دید|رختی را دید که طرف شمال آویخته بودند|ردّ پاهایی را دید که می‌رفت تو و می‌پیچید>. بیشتر از این ندیدم.',
  ],
  [
    '{kin} had been <1:a great talker|the one who mended our roof|engaged to be married>, and at that wall I called him every name I had for him.',
    '{kin} <1:خیلی پرحرف بود|بام ما را تعمیر می‌کرد|نامزد داشت> و من پای آن دیوار به هر اسمی که برایش داشتم صدایش زدم.',
  ],
  [
    'Somebody kept a tally on the gatepost with <1:charcoal|a nail|lipstick, of all things>; it was painted over, and begun again.',
    'یکی روی تیر دروازه با <1:زغال|میخ|باورتان نمی‌شود، ماتیک> خط می‌کشید؛ رنگش می‌زدند و باز از نو شروع می‌شد.',
  ],
  [
    'I am often asked if we were afraid. <1:We were cold|We were busy|We were many, and that helped>.',
    'خیلی از من می‌پرسند می‌ترسیدید؟ <1:سردمان بود|سرمان شلوغ بود|زیاد بودیم و همین کمک می‌کرد>.',
  ],
]

/** The Night of the Lorries, from outside. */
export const LAMPS: Frame[] = [
  [
    'I woke because <1:the cups were ringing on the shelf|the dog had gone silent|my sister stood at the window>. Two heavy cars were on the upper road.',
    'بیدار شدم چون <1:استکان‌ها روی تاقچه صدا می‌دادند|سگ ساکت شده بود|خواهرم پشت پنجره ایستاده بود>. دو ماشین سنگین در جادهٔ بالا بودند.',
  ],
  [
    'I took them for <1:the salt buyers|the road crew|soldiers moving to the pass> and went back to sleep. I tell this too.',
    'خیال کردم <1:خریدارهای نمک‌اند|کارگرهای راه‌اند|سربازهایی‌اند که به گردنه می‌روند> و دوباره خوابیدم. این را هم می‌گویم.',
  ],
  [
    'There were two sets of lamps, <1:close together|the second with one lamp out|with a long gap between>, going towards the Havang pass.',
    'دو جفت چراغ بود، <1:نزدیک به هم|دومی یک چراغش خاموش بود|با فاصلهٔ زیاد از هم>، رو به گردنهٔ هاونگ.',
  ],
  [
    'The man of the tea-house told me that <1:he was sent to bed at his own counter|he filled two kettles and was asked for no money|he found a shoe by the trough>. He is dead, and I give his words as I have them.',
    'قهوه‌چی به من گفت <1:او را در دکان خودش فرستاده‌اند بخوابد|دو کتری پر کرده و پولی ندیده|کنار آبشخور یک لنگه کفش پیدا کرده>. او مرده است و من حرفش را همان‌طور که شنیدم می‌گویم.',
  ],
  [
    'In the morning there were <1:ruts that had frozen hard|spots of oil as far as the bridge|tracks, and the wind was already filling them>.',
    'صبح <1:ردّ چرخ‌ها یخ زده بود|تا پل لکه‌های روغن بود|رد چرخ بود و باد داشت پرش می‌کرد>.',
  ],
  [
    'My mother says three lorries and I say two. <1:She was awake and I was at the window|She had it from the baker|We have agreed to let both stand>.',
    'مادرم می‌گوید سه کامیون و من می‌گویم دو تا. <1:او بیدار بود و من پشت پنجره بودم|او از نانوا شنیده بود|قرار گذاشته‌ایم هر دو بماند>.',
  ],
  [
    'I have looked for that night in the almanac: <1:the moon would have been two days past the quarter|there was snow on the pass from the seventh|the road is marked as closed, which it was not>.',
    'آن شب را در تقویم گشته‌ام: <1:ماه باید دو روز از نیمه‌اش گذشته باشد|از هفتم در گردنه برف بوده|جاده را بسته نوشته‌اند، که بسته نبود>.',
  ],
]

/** The return of some, and what they said of it or did not. */
export const RETURN: Frame[] = [
  [
    'Those who came back came <1:on foot, in a line|by ones and twos over a week|on the cart of a man who would take no thanks>.',
    'کسانی که برگشتند <1:پیاده و به صف|یکی‌یکی و دوتادوتا، در یک هفته،|سوار گاری مردی که تشکر هم نخواست> آمدند.',
  ],
  [
    '{kin} sat down <1:in the doorway|beside the channel with his hand in it|at his old place> and asked for <1:saltless bread|nothing at all|the news of the animals>.',
    '{kin} <1:دم در|کنار جوی، با دستی که در آب بود،|سر جای همیشگی‌اش> نشست و <1:نان بی‌نمک خواست|هیچ چیز نخواست|حال حیوان‌ها را پرسید>.',
  ],
  [
    '{kin} had grown <1:thin, and careful with doors|grey on one side|so used to whispering that we had to ask him twice>.',
    '{kin} <1:لاغر شده بود و با درها محتاط بود|یک طرف موهایش سفید شده بود|آن‌قدر به پچ‌پچ عادت کرده بود که باید دو بار می‌پرسیدیم>.',
  ],
  [
    'For years {kin} would not <1:sit with his back to a window|eat from a bucket|go near the mill when the list of turns was read>.',
    '{kin} تا سال‌ها <1:پشت به پنجره نمی‌نشست|از سطل چیزی نمی‌خورد|وقتی نوبت‌ها را می‌خواندند طرف آسیاب نمی‌رفت>.',
  ],
  [
    'A sheet had been given to each: “worked for wages”, <1:forty days|six weeks|until further notice>. My family kept ours in the Book.',
    'به هر کدام ورقه‌ای داده بودند: «با مزد کار کرده است»، <1:چهل روز|شش هفته|تا اطلاع بعدی>. ما مال خودمان را لای کتاب نگه داشتیم.',
  ],
  [
    '{kin} told me one thing only, <1:on the day my son was born|years later, while we were shearing|when he was dying>: that they had counted one another, and that he still did it before sleep.',
    '{kin} فقط یک چیز به من گفت، <1:روزی که پسرم به دنیا آمد|سال‌ها بعد، وقت پشم‌چینی|وقتی داشت می‌مرد>: این‌که همدیگر را می‌شمردند و او هنوز پیش از خواب می‌شمارد.',
  ],
  [
    'There were houses where the lamp was <1:kept lit until summer|put out that very week|carried to the neighbour’s>, and one did not ask.',
    'خانه‌هایی بود که چراغشان را <1:تا تابستان روشن نگه داشتند|همان هفته خاموش کردند|به خانهٔ همسایه بردند>؛ کسی نمی‌پرسید.',
  ],
  [
    'On the road home they had been passed by <1:the bus, which did not stop|a wedding|boys with a football>, and they stood aside for it.',
    'در راه برگشت <1:اتوبوس از کنارشان رد شد و نایستاد|عروسی‌ای از کنارشان گذشت|بچه‌هایی با توپ از کنارشان گذشتند> و آن‌ها کنار ایستادند.',
  ],
]

/** The years after. */
export const AFTER: Frame[] = [
  [
    'The new cards gave us <1:half of what we had|a turn in the heat of the day|a number and no hour>, and the <1:walnuts|lucerne|old vines> dried within <1:three summers|two years|five years>.',
    'کارت‌های تازه به ما <1:نصف سهممان را داد|نوبتی در گرمای روز داد|شماره داد و ساعت نداد> و <1:گردوها|یونجه‌ها|تاک‌های کهنه> ظرف <1:سه تابستان|دو سال|پنج سال> خشک شد.',
  ],
  [
    'I went to the office in Rudsimin <1:seven times|every month for a year|as a girl and again as a grandmother>. A different man each time said the same sentence.',
    '<1:هفت بار|یک سال، هر ماه،|یک بار در دختری و یک بار با نوه> به ادارهٔ رودسیمین رفتم. هر بار مرد دیگری همان جمله را می‌گفت.',
  ],
  [
    'On the tenth of Esfand we <1:bake|walk to the wall and back|leave a lamp in the window>. We do not make speeches.',
    'دهم اسفند <1:نان می‌پزیم|تا پای دیوار می‌رویم و برمی‌گردیم|چراغی پشت پنجره می‌گذاریم>. سخنرانی نمی‌کنیم.',
  ],
  [
    'The salt house has <1:no roof now|been a store for cement|storks on its chimney>. I have been there once, and I took my shoes off without knowing why.',
    'نمک‌خانه <1:دیگر سقف ندارد|مدتی انبار سیمان بود|روی دودکشش لک‌لک دارد>. یک بار رفتم و بی آن‌که بدانم چرا کفش‌هایم را درآوردم.',
  ],
  [
    'In our house {kin}’s name is given to <1:every second child|the walnut he planted|nobody; we keep it for him>.',
    'در خانهٔ ما اسم {kin} را روی <1:بچه‌ها یک در میان می‌گذاریم|گردویی گذاشته‌ایم که خودش کاشته بود|هیچ‌کس نمی‌گذاریم؛ برای خودش نگه داشته‌ایم>.',
  ],
  [
    'A young woman from the university came with <1:a small recorder|maps|a list of questions that began in the wrong year>, and for the first time somebody wrote while I was speaking.',
    'دختر جوانی از دانشگاه با <1:ضبط کوچکی|چند نقشه|فهرست سؤالی که از سال اشتباه شروع می‌شد> آمد و اولین بار بود که کسی وقت حرف‌زدنم می‌نوشت.',
  ],
  [
    'I do not ask for <1:anybody’s ruin|money|an apology read from a paper>. I ask <1:where they are|who drove on from the tea-house|that the green book be shown to us>.',
    'من <1:نابودی کسی|پول|عذرخواهی از روی کاغذ> نمی‌خواهم. می‌پرسم <1:کجا هستند|از قهوه‌خانه به بعد که راند|دفتر سبز کجاست؛ نشانمان بدهند>.',
  ],
  [
    'We were told not to speak of it, <1:first by them and then by our own mothers|and then we were told that we had invented it|until it seemed bad manners>.',
    'گفتند حرفش را نزنیم؛ <1:اول آن‌ها گفتند و بعد مادرهای خودمان|بعد هم گفتند از خودمان درآورده‌ایم|تا جایی که حرفش انگار بی‌ادبی بود>.',
  ],
  [
    'My son asked me <1:why I count the steps of every stair|what was so bad about salt|whether Grandfather had been a thief>. That was the day I decided to speak.',
    'پسرم پرسید <1:چرا پله‌ها را می‌شماری|نمک مگر چه عیبی دارد|پدربزرگ دزد بوده؟>. همان روز تصمیم گرفتم حرف بزنم.',
  ],
  [
    'At the hearing I <1:held my neighbour’s sleeve|said less than I had meant to|heard for the first time the other half of my own story>.',
    'در نشست استماع <1:آستین همسایه‌ام را گرفته بودم|کمتر از آنچه می‌خواستم گفتم|برای اولین بار نیمهٔ دیگر داستان خودم را شنیدم>.',
  ],
]
