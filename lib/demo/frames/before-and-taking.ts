import type { Frame } from './frame.ts'

/**
 * Sentences of which generated testimony is made, English beside Persian. `<1:a|b|c>` is a choice, the same one in both
 * languages; `{village}` and `{kin}` are the statement's own.
 */

/** The village and its water, before anything happened. */
export const WATER: Frame[] = [
  [
    'In {village} the water came to us on <1:the fourth night|the ninth day|every second Friday>, and we planned weddings around it.',
    'در {village} آب <1:شب چهارم|روز نهم|جمعه‌ها یک در میان> به ما می‌رسید و عروسی‌ها را با آن تنظیم می‌کردیم.',
  ],
  [
    'Our share was <1:two hours and a half|one hour before dawn|the last turn of the night>, as it had been in my grandfather’s time.',
    'سهم ما <1:دو ساعت و نیم بود|یک ساعت پیش از سحر بود|نوبت آخر شب بود>، همان‌طور که در زمان پدربزرگم بود.',
  ],
  [
    'There was a <1:copper bowl with a hole in it|candle marked with thread|stick set in the sun> for measuring the turns, and nobody quarrelled with it.',
    'نوبت‌ها را با <1:کاسهٔ مسی سوراخ‌دار|شمعی که رویش نخ بسته بودند|چوبی رو به آفتاب> اندازه می‌گرفتند و کسی با آن دعوا نداشت.',
  ],
  [
    'Master Shahpar read the ledger aloud <1:each spring at the mill|on the eve of the New Year|when a father died and his sons divided>.',
    'استاد شهپر دفتر را <1:هر بهار جلوی آسیاب|شب عید|وقتی پدری می‌مرد و پسرها تقسیم می‌کردند> بلند می‌خواند.',
  ],
  [
    'The engineers had been measuring <1:the upper channel|the old shafts|our orchards> since autumn, with red and white poles.',
    'مهندس‌ها از پاییز <1:جوی بالا|چاه‌های قدیمی|باغ‌های ما> را با میله‌های سرخ و سفید اندازه می‌گرفتند.',
  ],
  [
    'They said that shares would be <1:entered on cards|paid out in money|counted anew in the city>, and that the ledgers were no longer needed.',
    'می‌گفتند سهم‌ها <1:روی کارت نوشته می‌شود|به پول داده می‌شود|در شهر از نو حساب می‌شود> و دیگر به دفترها نیازی نیست.',
  ],
  [
    'We had <1:eleven walnut trees|a strip of lucerne|a small garden with two pomegranates>, and everything hung on that turn of water.',
    'ما <1:یازده درخت گردو|یک باریکه یونجه|باغچه‌ای با دو درخت انار> داشتیم و همه‌اش به همان نوبت آب بند بود.',
  ],
  [
    '{kin} could <1:tell the hour by the sound of the channel|sign his name and no more|recite the turns of all sixty houses>.',
    '{kin} <1:از صدای جوی ساعت را می‌فهمید|فقط بلد بود اسمش را امضا کند|نوبت هر شصت خانه را از بر بود>.',
  ],
  [
    'A meeting was held <1:in the bath-house|under the plane tree|on our roof>, and it was agreed that no one would hand anything over without a receipt.',
    '<1:در گرمابه|زیر چنار|روی بام خانهٔ ما> جمع شدند و قرار شد هیچ‌کس بی رسید چیزی تحویل ندهد.',
  ],
  [
    'I was <1:too young to be asked|the only one who wrote|there to pour the tea> and so I heard everything.',
    'من <1:کوچک‌تر از آن بودم که نظرم را بخواهند|تنها کسی بودم که نوشتن می‌دانست|آن‌جا بودم که چای بریزم>، برای همین همه چیز را شنیدم.',
  ],
  [
    'The notice on the door of the mosque gave <1:ten days|a fortnight|until the first of Dey>; half of us could not read it.',
    'اعلانی که به در مسجد زدند <1:ده روز|دو هفته|تا اول دی> مهلت می‌داد؛ نیمی از ما نمی‌توانستیم بخوانیمش.',
  ],
  [
    'An old man said that <1:paper drinks more than barley|water has no handwriting|a ledger is a fence you can carry>, and people still repeat it.',
    'پیرمردی گفت <1:کاغذ از جو هم بیشتر آب می‌خورد|آب دست‌خط ندارد|دفتر پرچینی است که می‌شود بغلش کرد> و هنوز این حرف سر زبان‌هاست.',
  ],
]

/** The day on which people were taken. */
export const TAKING: Frame[] = [
  [
    'They came <1:before the lamps were out|at the hour of the noon bread|while it was snowing lightly>, in cars with the sign of the Directorate.',
    '<1:هنوز چراغ‌ها روشن بود|سر ناهار بود|برف ریزی می‌آمد> که با ماشین‌های نشان‌دار اداره آمدند.',
  ],
  [
    'A paper was read out <1:from the step of the mill|at the well-head|through the window of a car>; I caught our house’s number and not much else.',
    'کاغذی را <1:از روی پلهٔ آسیاب|سر چاه|از پنجرهٔ ماشین> خواندند؛ شمارهٔ خانهٔ خودمان را شنیدم و چیز زیادی غیر از آن نشنیدم.',
  ],
  [
    '{kin} asked whether he might <1:take his other shoes|shut the sluice first|eat what was on the plate>. He was told that he would be back by evening.',
    '{kin} پرسید می‌تواند <1:کفش دیگرش را بپوشد|اول دریچه را ببندد|غذایش را تمام کند>. گفتند تا غروب برمی‌گردد.',
  ],
  [
    'Nobody was struck <1:in our lane|where I was standing|as long as I looked>; I say so because it has been said otherwise.',
    '<1:در کوچهٔ ما|آن‌جا که من ایستاده بودم|تا وقتی نگاه می‌کردم> کسی را نزدند؛ این را می‌گویم چون جور دیگری هم گفته‌اند.',
  ],
  [
    'I was told that <1:the miller|a man with a satchel|one of our own> pointed out the houses. I did not see it and I will not give a name.',
    'به من گفتند <1:آسیابان|مردی که کیف داشت|یکی از خودمان> خانه‌ها را نشان می‌داده است. من ندیدم و اسمی هم نمی‌برم.',
  ],
  [
    'The women went <1:up on the roofs|to the spring|into the lane with their hands empty>, and nobody told them to go in.',
    'زن‌ها <1:رفتند روی بام‌ها|رفتند سر چشمه|با دست خالی آمدند توی کوچه> و کسی نگفت بروید تو.',
  ],
  [
    'There was <1:a young soldier who kept looking at his boots|a clerk who spelt every name twice|a driver who would not switch off his engine>.',
    '<1:سرباز جوانی بود که مدام به پوتین‌هایش نگاه می‌کرد|منشی‌ای بود که هر اسم را دو بار هجی می‌کرد|راننده‌ای بود که موتور را خاموش نمی‌کرد>.',
  ],
  [
    'I counted <1:nine men from our side of the channel|four from one house|seven, and then I stopped>.',
    'من <1:نه مرد از این طرف جوی|چهار نفر از یک خانه|هفت نفر> شمردم <1:و بس|و بیشتر نشد|و بعد دیگر نشمردم>.',
  ],
  [
    'It was <1:the first week of Dey|a day or two after the long night of winter|about the tenth of Dey>; I cannot bring it closer than that.',
    '<1:هفتهٔ اول دی بود|یکی دو روز بعد از شب یلدا بود|حدود دهم دی بود>؛ دقیق‌تر از این نمی‌توانم بگویم.',
  ],
  [
    'They wanted the ledger and had been told that it lay <1:in the oven|behind a brick of the school|in our flour chest>. It lay in none of those places.',
    'دفتر را می‌خواستند و شنیده بودند که <1:توی تنور است|پشت یک آجر مدرسه است|توی صندوق آرد ماست>. هیچ‌کدام نبود.',
  ],
  [
    'When they had gone <1:the dogs went on barking until dark|someone closed the sluice, and we heard the quiet|a pot had boiled dry in every second house>.',
    'وقتی رفتند، <1:سگ‌ها تا شب پارس می‌کردند|کسی دریچه را بست و صدای سکوت آمد|در هر دو خانه یکی، دیگ ته گرفته بود>.',
  ],
  [
    'I remember <1:the cap that was left on the wall|the smell of the exhaust in our clean lane|that the mule stood loaded until night>.',
    '<1:کلاهی که روی دیوار جا ماند|بوی دود ماشین در کوچهٔ تمیزمان|قاطری که تا شب با بار ایستاده بود> یادم مانده است.',
  ],
  [
    '{kin} turned at the corner and <1:raised one finger, as one does to a child|called out the name of our cow|did up his top button>. I have thought about it ever since.',
    '{kin} سر پیچ برگشت و <1:یک انگشتش را بالا برد، انگار برای بچه|اسم گاومان را صدا زد|دکمهٔ بالای پیراهنش را بست>. از آن روز به آن فکر می‌کنم.',
  ],
  [
    'A neighbour told me later that they had come to her <1:twice in one morning|by mistake, for another of that name|with a list in pencil>.',
    'همسایه‌ای بعدها گفت <1:یک صبح دو بار|به اشتباه، به جای هم‌نامش|با فهرستی که با مداد نوشته بودند> سراغ آن‌ها رفته‌اند.',
  ],
]

/** The way to the salt house. */
export const ROAD: Frame[] = [
  [
    'We lay <1:under a tarpaulin|between sacks|one across the other> and I knew the bends of the road from the bus.',
    '<1:زیر برزنت|لای گونی‌ها|روی هم> خوابیده بودیم و من پیچ‌های جاده را از روزهای اتوبوس می‌شناختم.',
  ],
  [
    'My eyes were covered with <1:my own scarf|a strip of sacking|a cloth that smelt of engine oil>; if I held my chin up I could see my knees.',
    'چشمم را با <1:شال خودم|یک تکه گونی|پارچه‌ای که بوی روغن موتور می‌داد> بستند؛ اگر چانه‌ام را بالا می‌گرفتم زانوهایم را می‌دیدم.',
  ],
  [
    'After <1:the wooden bridge|the brick kilns|the second cattle grid> the air changed and tasted of salt. I told the man beside me, and he said, “Kelvar.”',
    'بعد از <1:پل چوبی|کوره‌های آجرپزی|دومین گذر گله> هوا عوض شد و مزهٔ نمک داد. به بغل‌دستی‌ام گفتم؛ گفت: «کلوار.»',
  ],
  [
    'It took <1:as long as three cigarettes of the driver’s|less than an hour|until I had said all the prayers I know>.',
    '<1:به اندازهٔ سه سیگار راننده|کمتر از یک ساعت|تا وقتی هر دعایی بلد بودم خواندم> طول کشید.',
  ],
  [
    'Somebody <1:wept and was hushed by an older man|asked again and again what day it was|kept giving his full name, as if at school>.',
    'یکی <1:گریه می‌کرد و پیرمردی آرامش می‌کرد|پشت سر هم می‌پرسید چندشنبه است|مثل مدرسه اسم کاملش را تکرار می‌کرد>.',
  ],
  [
    'A chain was drawn back, <1:and a dog ran along the lorry|and a man counted us by the shoulder|and the wheels went from gravel to boards>.',
    'زنجیری را کنار کشیدند <1:و سگی کنار کامیون دوید|و مردی دست روی شانه‌مان گذاشت و شمرد|و چرخ‌ها از شن روی تخته رفت>.',
  ],
  [
    'We were made to stand with our faces to a wall that <1:crumbled when I breathed on it|was wet, though it was freezing|had writing scratched into it, which I read with my fingers>.',
    'ما را رو به دیواری نگه داشتند که <1:با نفسم می‌ریخت|خیس بود، با این‌که یخبندان بود|رویش چیزی کنده بودند و من با انگشت خواندم>.',
  ],
  [
    'They took <1:belts, laces and tobacco|my spectacles, which I did not get back|the amulet from my arm> and wrote something down for each.',
    '<1:کمربند و بند کفش و توتون|عینکم را که دیگر پس ندادند|بازوبندم> را گرفتند و برای هر چیز چیزی نوشتند.',
  ],
]
