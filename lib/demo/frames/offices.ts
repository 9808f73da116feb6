import type { Frame } from './frame.ts'

/** Papers, as those in offices and courts saw them. */
export const PAPERS: Frame[] = [
  [
    'The telephone book of that winter lists the salt house as <1:“Store No. 3”|a depot, with a night bell|“see Directorate”>.',
    'دفتر تلفن آن زمستان نمک‌خانه را <1:«انبار شمارهٔ ۳» نوشته است|انبار نوشته است، با زنگ شب|به «اداره» ارجاع داده است>.',
  ],
  [
    'Receipts came back with <1:salt in the folds|thumb-prints in place of names|a date that had not yet arrived>, and we filed them.',
    'رسیدها که برمی‌گشت <1:لای تایشان نمک بود|جای اسم اثر انگشت داشت|تاریخی داشت که هنوز نیامده بود> و ما بایگانی‌شان می‌کردیم.',
  ],
  [
    'The order that came over my desk spoke of <1:“temporary lodging”|“winter storage”|“measures of the season”>, and had a number from another office.',
    'حکمی که از میز من گذشت از <1:«اسکان موقت»|«انبار زمستانی»|«اقدامات فصلی»> می‌گفت و شمارهٔ ادارهٔ دیگری را داشت.',
  ],
  [
    'In the stores book I entered <1:forty blankets out and nineteen back|lamp oil for seventy nights|bread for thirty, then for eleven>, and initialled it.',
    'در دفتر انبار <1:چهل پتو رفت و نوزده پتو برگشت|نفت چراغ برای هفتاد شب|نان برای سی نفر و بعد برای یازده نفر> ثبت کردم و پاراف زدم.',
  ],
  [
    'The carbon copies were <1:burnt in the yard in spring|sent away in a tea chest|bound with those of another year>. I saw this myself.',
    'رونوشت‌ها را <1:بهار در حیاط سوزاندند|در جعبهٔ چای فرستادند رفت|با رونوشت‌های سال دیگری صحافی کردند>. این را خودم دیدم.',
  ],
  [
    'Inspector Nilgun’s initials stood on <1:some of the sheets, not all|a request for lamps|the back of one page>; what he knew of the rest I cannot say.',
    'پاراف بازرس نیلگون <1:روی بعضی ورق‌ها بود، نه همه|روی درخواست چراغ بود|پشت یک صفحه بود>؛ از بقیه چه می‌دانست، نمی‌توانم بگویم.',
  ],
  [
    'There was a column headed <1:“Remarks”, and it was empty|“Returned”, with ticks in two inks|“Place”, in which someone had put a dash>.',
    'ستونی بود با عنوان <1:«ملاحظات» که خالی بود|«بازگشت» با تیک‌هایی به دو رنگ|«محل» که کسی در آن خط تیره گذاشته بود>.',
  ],
  [
    'I asked once. I was <1:given leave for a week|told that I had a fine handwriting|moved to the seed department>, and I did not ask again.',
    'یک بار پرسیدم. <1:یک هفته مرخصی‌ام دادند|گفتند خط خوبی داری|به قسمت بذر منتقلم کردند> و دیگر نپرسیدم.',
  ],
  [
    'A widow brought me <1:a receipt for one pair of shoes|an envelope with the stamp torn off|a card with the wrong village>, and the whole case hung on it.',
    'زنی که شوهرش نبود <1:رسید یک جفت کفش|پاکتی که تمبرش کنده شده بود|کارتی با اسم ده اشتباه> آورد و همهٔ پرونده به همان بند بود.',
  ],
]

/** The clinic and what was seen there. */
export const CLINIC: Frame[] = [
  [
    'That spring I saw <1:frost-bitten toes in men who had not been on the mountain|the same cough in three villages|hands cracked as with lime>, and I asked no questions that would have to be written down.',
    'آن بهار <1:انگشت‌های سرمازده در مردهایی که کوه نرفته بودند|یک جور سرفه در سه ده|دست‌هایی که انگار از آهک ترک خورده بود> دیدم و چیزی نپرسیدم که مجبور شوم بنویسم.',
  ],
  [
    'Dr Ashtab taught me to enter such cases under <1:“exposure”|“occupational”|the letter K>. Whoever finds the book will find them so.',
    'دکتر اشتاب یادم داد این‌ها را زیر <1:«سرمازدگی»|«شغلی»|حرف ک> بنویسم. هر کس دفتر را پیدا کند، همان‌جا پیدایشان می‌کند.',
  ],
  [
    'One patient would not <1:lie down to be examined|let go of his cap|have the window open>, and his wife said, “He has been away.” I speak of him without his name.',
    'بیماری بود که <1:برای معاینه دراز نمی‌کشید|کلاهش را از دست نمی‌داد|نمی‌گذاشت پنجره باز باشد> و زنش گفت: «مدتی نبود.» از او بی‌نام حرف می‌زنم.',
  ],
  [
    'We ran short of <1:sulphur ointment|gauze|cod-liver oil> and borrowed from the <1:veterinary post|boarding school|barber>.',
    '<1:پماد گوگرد|گاز|روغن ماهی> کم آوردیم و از <1:دام‌پزشکی|مدرسهٔ شبانه‌روزی|سلمانی> قرض گرفتیم.',
  ],
  [
    'I weighed <1:fourteen men that month|a boy who ought to have been ten kilos heavier|two brothers against each other>, and I kept the figures in my head.',
    'آن ماه <1:چهارده مرد را|پسری را که باید ده کیلو سنگین‌تر می‌بود|دو برادر را با هم> وزن کردم و عددها را در سر نگه داشتم.',
  ],
]

/** Reporters, and those who gathered statements. */
export const PRESS: Frame[] = [
  [
    'My editor cut <1:the number|the name of the place|the last paragraph>, and printed the rest on the page of <1:weather|weddings|water prices>.',
    'سردبیرم <1:عدد|اسم محل|بند آخر> را حذف کرد و بقیه را در صفحهٔ <1:هوا|عروسی‌ها|قیمت آب> چاپ کرد.',
  ],
  [
    'I went from door to door with <1:a school notebook|my aunt, who was known there|a tin of sweets>, and at the <1:ninth|third|last> door somebody said, “At last.”',
    'با <1:یک دفتر مشق|خاله‌ام که آن‌جا می‌شناختندش|یک قوطی آبنبات> خانه به خانه رفتم و دم در <1:نهم|سوم|آخر> یکی گفت: «بالاخره.»',
  ],
  [
    'I wrote down each sentence with <1:who said it|the hour|what I could see from where I sat>, because I had been taught so, and I am glad of it now.',
    'هر جمله را با <1:اسم گوینده|ساعت|آنچه از جای خودم می‌دیدم> نوشتم، چون این‌طور یادم داده بودند، و حالا از آن خوشحالم.',
  ],
  [
    'The spokesman <1:read from a card|answered another question|offered us dates and tea>; I have his words on page six, between marks, and they are his.',
    'سخنگو <1:از روی کارت خواند|به سؤال دیگری جواب داد|به ما خرما و چای داد>؛ حرف‌هایش در صفحهٔ شش است، میان گیومه، و مال خود اوست.',
  ],
  [
    'Of the people I spoke to, <1:four|six|about half> asked me <1:not to come again|to come in the dark next time|to write it but not yet>.',
    'از کسانی که با آن‌ها حرف زدم، <1:چهار نفر|شش نفر|حدود نیمی> گفتند <1:دیگر نیا|دفعهٔ بعد شب بیا|بنویس، ولی حالا نه>.',
  ],
]

/** What was told from mouth to mouth. */
export const HEARSAY: Frame[] = [
  [
    'Three people have told me about <1:a cap on a wall|the woman with the chalk|a guard who sang>, in three ways, and only the <1:wall|chalk|song> is the same in all of them.',
    'سه نفر دربارهٔ <1:کلاهی روی دیوار|زنی که گچ داشت|نگهبانی که آواز می‌خواند> به من گفته‌اند، به سه شکل، و فقط <1:دیوار|گچ|آواز> در هر سه یکی است.',
  ],
  [
    'I asked each of them, “Were you there?” <1:One said yes and then no|Two looked at the floor|All of them said that their brother was>.',
    'از هر کدام پرسیدم: «خودت آن‌جا بودی؟» <1:یکی گفت بله و بعد گفت نه|دو نفر به زمین نگاه کردند|همه گفتند برادرشان بوده است>.',
  ],
  [
    'What reaches one <1:at third hand|through a wall|on a market day> is like water at the end of a channel: <1:less, and warmer|it has been through many fields|one should not measure a share by it>.',
    'آنچه <1:با سه واسطه|از پشت دیوار|در روز بازار> به آدم می‌رسد مثل آب ته جوی است: <1:کمتر است و گرم‌تر|از زمین خیلی‌ها گذشته|نباید سهم را با آن سنجید>.',
  ],
  [
    'I have this from <1:a carter|my mother-in-law|the washer of the dead>, who had it from <1:a guard|a man who had been inside|her own son>.',
    'این را از <1:یک گاریچی|مادرشوهرم|مرده‌شوی ده> دارم که از <1:یک نگهبان|مردی که آن تو بوده|پسر خودش> شنیده بود.',
  ],
  [
    'It is told in {village} that <1:the last lorry turned back for a hat|someone wrote a name in the frost of a pane|the list was begun by a schoolboy’s hand>. I have met nobody who saw it.',
    'در {village} می‌گویند <1:کامیون آخر برای یک کلاه برگشته|کسی روی یخ شیشه اسمی نوشته|اول فهرست به خط یک بچه‌محصل بوده>. کسی را ندیده‌ام که دیده باشد.',
  ],
  [
    'When a story is good, <1:it walks by itself|everyone has a cousin in it|I believe it less>. So I have kept <1:only what came from two mouths|the dull ones|those in which somebody was ashamed>.',
    'داستان وقتی قشنگ باشد، <1:خودش راه می‌رود|همه در آن پسرعمویی دارند|کمتر باورش می‌کنم>. برای همین <1:فقط آنچه را از دو دهان شنیدم|بی‌مزه‌ها را|آن‌هایی را که کسی در آن شرمنده بود> نگه داشته‌ام.',
  ],
  [
    'The song that is sung about it is <1:younger than people think|older than the event; only the names were changed|mine, I am sorry to say>.',
    'ترانه‌ای که درباره‌اش می‌خوانند <1:از آنچه مردم فکر می‌کنند تازه‌تر است|از خود ماجرا قدیمی‌تر است و فقط اسم‌هایش عوض شده|شرمنده‌ام، کار خودم است>.',
  ],
  [
    'My source <1:has died|will not be named|says he said no such thing>, and I leave it to you to weigh what that makes it worth.',
    'کسی که به من گفت <1:مرده است|نمی‌خواهد نامش برده شود|می‌گوید چنین چیزی نگفته> و این‌که چقدر ارزش دارد با شماست.',
  ],
]

/** What the daughter of an employee of the Directorate found and remembers. */
export const CAP: Frame[] = [
  [
    'At home he mended our dolls and could not bear a slammed door. That winter he slept in the kitchen, because it was nearest to the way out.',
    'در خانه عروسک‌هایمان را تعمیر می‌کرد و تاب صدای در را نداشت. آن زمستان در آشپزخانه می‌خوابید، چون به در خروج نزدیک‌تر بود.',
  ],
  [
    'After his death I found in the lining of the cap a list of seven names in his hand. I do not know whether they are those he saved, those he failed, or those he owed money.',
    'بعد از مرگش در آستر کلاه فهرستی با خط خودش پیدا کردم، هفت اسم. نمی‌دانم اسم کسانی است که نجاتشان داد، یا کسانی که نتوانست، یا کسانی که به آن‌ها بدهکار بود.',
  ],
  [
    'I compared them with the families’ list. Two names agree, and one agrees but for a letter. I send you the paper and keep the cap.',
    'با فهرست خانواده‌ها سنجیدم. دو اسم یکی است و یکی فقط یک حرف فرق دارد. کاغذ را برای شما می‌فرستم و کلاه را نگه می‌دارم.',
  ],
  [
    'Once I asked him where he had been on the night that people speak of. He said, “On duty,” and then, after so long that I had begun to read again, “At the door.”',
    'یک بار پرسیدم آن شبی که مردم می‌گویند کجا بوده است. گفت: «سر کار.» و بعد از آن‌قدر سکوت که دوباره کتابم را باز کرده بودم گفت: «دم در.»',
  ],
]
