import type { Frame } from './frame.ts'

/** Figures, each with the one who gave it. */
export const FIGURES: Frame[] = [
  [
    'The Directorate printed <1:eleven|“eleven guests”|eleven, in words>; the families’ list has twenty-three. I give both, with the names of those who gave them.',
    'اداره <1:نوشت یازده|نوشت «یازده مهمان»|یازده را با حروف نوشت>؛ فهرست خانواده‌ها بیست‌وسه اسم دارد. من هر دو را می‌گویم، با نام کسی که گفته است.',
  ],
  [
    'In <1:our lane|the coffee-house|my mother’s telling> one says forty. That is what the men counted at night, with their eyes covered.',
    '<1:در کوچهٔ ما|در قهوه‌خانه|در روایت مادرم> می‌گویند چهل. این را مردها شب‌ها با چشم بسته شمرده‌اند.',
  ],
  [
    'I have seen the Circle’s list in its <1:first|second|third> copy, and between the copies two names changed their spelling and one changed its village.',
    'من نسخهٔ <1:اول|دوم|سوم> فهرست حلقه را دیده‌ام و از یک نسخه تا نسخهٔ دیگر املای دو اسم و دهِ یک نفر عوض شده است.',
  ],
  [
    'Two men were called Toraj, <1:one a shepherd|one from Golmarz and one from Peshtar|and people have made one of them>. Whoever counts them once is short by one.',
    'دو نفر تورج نام داشتند، <1:یکی‌شان چوپان بود|یکی از گل‌مرز بود و یکی از پشتار|و مردم یکی‌شان کرده‌اند>. هر کس یک بار بشمارد یکی کم می‌آورد.',
  ],
  [
    'A figure of <1:nineteen|thirty-one|seventeen> was mentioned to me by <1:a retired postman|someone who had seen a gate-book|a cousin of a clerk>; I pass it on as his, not as mine.',
    '<1:یک پستچی بازنشسته|کسی که دفتر دروازه را دیده بود|پسرعموی یک منشی> به من عدد <1:نوزده|سی‌ویک|هفده> را گفت؛ آن را از قول او می‌گویم، نه از خودم.',
  ],
  [
    'I would rather <1:name five for certain than thirty by report|say “some” than be wrong|leave a gap than fill it>.',
    'ترجیح می‌دهم <1:پنج نفر را با یقین نام ببرم تا سی نفر را از روی شنیده|بگویم «چند نفر» تا اشتباه کنم|جای خالی بگذارم تا پرش کنم>.',
  ],
]

/** What the witness does not know, and how sure they are. */
export const LIMITS: Frame[] = [
  [
    'I must say that <1:part of this I have from others|I was ill that week, and may have mixed two days|I have not always kept apart what I saw and what I heard>.',
    'باید بگویم که <1:بخشی از این را از دیگران دارم|آن هفته بیمار بودم و شاید دو روز را با هم اشتباه کنم|همیشه آنچه را دیده‌ام از آنچه شنیده‌ام جدا نکرده‌ام>.',
  ],
  [
    'Of the <1:day|weather|faces> I am sure; of the <1:order of things|month|names> I am not.',
    'از <1:روزش|هوایش|چهره‌ها> مطمئنم؛ از <1:ترتیب اتفاق‌ها|ماهش|اسم‌ها> نه.',
  ],
  [
    'I have told this <1:twice before, once to a stranger on a bus|only to my wife|to a newspaper, which shortened it>; if I say it differently today, write down both.',
    'این را پیش‌تر <1:دو بار گفته‌ام، یک بار به غریبه‌ای در اتوبوس|فقط به زنم گفته‌ام|به روزنامه‌ای گفته‌ام که کوتاهش کرد>؛ اگر امروز جور دیگری می‌گویم هر دو را بنویسید.',
  ],
  [
    'Since then I have read <1:the memoir|what was printed after the hearing|other people’s letters>, and I can no longer tell <1:in every place|about the lorries|about the counting> what I knew before.',
    'از آن وقت <1:آن کتاب خاطرات|نوشته‌های بعد از نشست|نامه‌های دیگران> را خوانده‌ام و دیگر <1:همه‌جا|دربارهٔ کامیون‌ها|دربارهٔ شمردن> نمی‌توانم بگویم چه را از پیش می‌دانستم.',
  ],
  [
    'What happened beyond the pass I do not know, <1:and I have stopped guessing|and whoever told me did not know either|though I have dreamed it>.',
    'آن طرف گردنه چه شد نمی‌دانم، <1:و دیگر حدس هم نمی‌زنم|و کسی هم که به من گفت نمی‌دانست|هرچند خوابش را دیده‌ام>.',
  ],
  [
    'You ask for the hour. <1:Nobody in our house had a watch|It was after the evening milking|I know only that the lamp had been filled once>.',
    'ساعتش را می‌پرسید. <1:در خانهٔ ما کسی ساعت نداشت|بعد از دوشیدن غروب بود|فقط می‌دانم چراغ را یک بار پر کرده بودیم>.',
  ],
  [
    'My <1:brother|neighbour|schoolfriend> remembers it otherwise, and <1:he is no liar|he stood nearer|we have stopped arguing>.',
    '<1:برادرم|همسایه‌ام|هم‌کلاسی‌ام> جور دیگری به یاد دارد و <1:او دروغ‌گو نیست|او نزدیک‌تر ایستاده بود|دیگر سرش بحث نمی‌کنیم>.',
  ],
]

/** How the witness ends. */
export const CLOSING: Frame[] = [
  [
    'Please <1:read it back to me slowly|let my grandson keep a copy|write the name of the village as we say it>.',
    'خواهش می‌کنم <1:آهسته برایم بخوانید|یک نسخه به نوه‌ام بدهید|اسم ده را همان‌طور بنویسید که ما می‌گوییم>.',
  ],
  [
    'I have nothing against <1:the guard with the lamp|those who signed|the ones who stayed silent>. I was <1:young too|cold too|silent too>.',
    'من از <1:نگهبانی که چراغ داشت|کسانی که امضا کردند|کسانی که ساکت ماندند> دلخور نیستم. من هم <1:جوان بودم|سردم بود|ساکت بودم>.',
  ],
  [
    'If somebody reads this who <1:was there|has the other half of what I told|knows what became of the green book>, I should like to hear of it.',
    'اگر کسی این را بخواند که <1:آن‌جا بوده|نیمهٔ دیگر حرف مرا دارد|می‌داند دفتر سبز چه شد>، دوست دارم خبرش به من برسد.',
  ],
  [
    'That is <1:all that is mine to tell|what I carried|enough for one day>. <1:The rest belongs to my sister|Now you carry a corner of it|Put the kettle on>.',
    'این <1:همهٔ چیزی بود که گفتنش با من بود|باری بود که کشیدم|برای یک روز بس است>. <1:بقیه‌اش مال خواهرم است|حالا یک گوشه‌اش با شما|کتری را بگذارید>.',
  ],
  [
    'I was asked whether it eases the heart to speak. <1:It eases the throat|Ask me tomorrow|It makes room>.',
    'پرسیدند حرف‌زدن دل را سبک می‌کند؟ <1:گلو را سبک می‌کند|فردا بپرسید|جا باز می‌کند>.',
  ],
  [
    'I sign this <1:with my own hand, which shakes only from age|with my thumb, and my niece has read it to me|under the name you gave me, and I like it>.',
    'این را <1:با دست خودم امضا می‌کنم که لرزشش فقط از پیری است|با انگشت امضا می‌کنم و برادرزاده‌ام برایم خوانده است|با اسمی امضا می‌کنم که شما به من دادید و دوستش دارم>.',
  ],
  [
    'Tell the young that <1:salt keeps things, and so do people|a ledger can be learned by heart|one ought to count>.',
    'به جوان‌ها بگویید <1:نمک نگه می‌دارد، آدم هم نگه می‌دارد|دفتر را می‌شود از بر کرد|آدم باید بشمارد>.',
  ],
  [
    '<1:Do not make us taller than we were|Leave the pauses in|Strike out what is not certain>; that is my only condition.',
    '<1:ما را از آنچه بودیم بزرگ‌تر نکنید|مکث‌ها را بگذارید بماند|هر چه یقین نیست خط بزنید>؛ شرط من فقط همین است.',
  ],
]
