import type { Frame } from './frame.ts'

/** Who speaks, and from where they know it; one deck for each relation to the event. */
export const OPENINGS: Record<string, Frame[]> = {
  victim: [
    [
      'I was <1:twenty-six and newly married|a mason’s boy of seventeen|the second of five brothers> when they took me from {village}.',
      'وقتی مرا از {village} بردند <1:بیست‌وشش‌ساله و تازه‌داماد بودم|شاگردبنّای هفده‌ساله‌ای بودم|پسر دوم از پنج برادر بودم>.',
    ],
    [
      'I speak of <1:what my ears and my feet know|thirty days, not of the whole winter|one corner of one hall>; the rest others must tell.',
      'من از <1:آنچه گوش و پایم می‌داند|سی روز، نه از همهٔ زمستان،|یک گوشهٔ یک تالار> حرف می‌زنم؛ بقیه را دیگران باید بگویند.',
    ],
    [
      'They had come for {kin}, <1:who was at market|and took the two of us|and I answered to the name>.',
      'سراغ {kin} آمده بودند <1:که بازار بود|و هر دویمان را بردند|و من به اسم او جواب دادم>.',
    ],
    [
      'Before that winter I was <1:a plasterer|a pedlar of needles and thread|a keeper of bees>, and after it I was <1:one too, with worse hands|one no more|one again, in another town>.',
      'پیش از آن زمستان <1:گچ‌کار بودم|دوره‌گرد نخ و سوزن بودم|زنبوردار بودم>؛ بعدش <1:هم بودم، با دست‌هایی بدتر|دیگر نبودم|باز شدم، در شهری دیگر>.',
    ],
  ],
  eyewitness: [
    [
      'I stood <1:at my loom by the open door|on a ladder in the orchard of the mill|behind the counter of the shop> in {village}, and I tell what could be seen from there.',
      '<1:پشت دار قالی، کنار درِ باز،|روی نردبان، در باغ آسیاب،|پشت پیشخان مغازه> در {village} بودم و آنچه را از آن‌جا دیده می‌شد می‌گویم.',
    ],
    [
      'Nobody was looking for me, <1:a girl with a water jar|a hired man from elsewhere|an old bachelor with a cough>, and so I could look.',
      'کسی کاری به من نداشت، <1:دختری بودم با کوزهٔ آب|کارگری بودم از جای دیگر|پیرپسری بودم سرفه‌ای>؛ پس توانستم نگاه کنم.',
    ],
    [
      'I saw part of it <1:through the slats of a shutter|from the roof, lying flat|from the seat of a cart>, with good eyes, at <1:thirty paces|the width of two gardens|no distance at all>.',
      'بخشی از آن را <1:از لای پنجرهٔ چوبی|از روی بام، درازکش،|از روی گاری> دیدم، با چشم سالم، از <1:سی قدمی|پهنای دو باغ|همان نزدیکی>.',
    ],
  ],
  relative_of_victim: [
    [
      'I am speaking for {kin}, <1:who cannot|who would have laughed at this microphone|who taught me to speak plainly>.',
      'من به جای {kin} حرف می‌زنم <1:که نمی‌تواند|که به این میکروفون می‌خندید|که یادم داد رک حرف بزنم>.',
    ],
    [
      'What I know of it I know <1:from the kitchen|from my mother’s sleep|from what was not said at table> in {village}.',
      'آنچه می‌دانم <1:از مطبخ|از خواب‌های مادرم|از آنچه سر سفره گفته نمی‌شد> در {village} می‌دانم.',
    ],
    [
      'We were a house of <1:nine|five|twelve, with the grandmothers>; after that winter <1:the plates were still set for all|we ate from one dish|nobody sat at the head>.',
      'ما <1:نه|پنج|با مادربزرگ‌ها دوازده> نفر بودیم؛ بعد از آن زمستان <1:باز هم برای همه بشقاب می‌گذاشتند|از یک ظرف می‌خوردیم|کسی بالای سفره نمی‌نشست>.',
    ],
    [
      'I have carried {kin}’s <1:tobacco tin|reading glass|identity card> in my bag for <1:thirty|forty|fifty> years, and I have brought it here.',
      '<1:قوطی توتون|ذره‌بین|شناسنامهٔ> {kin} <1:سی|چهل|پنجاه> سال در کیفم بوده و امروز آورده‌امش.',
    ],
  ],
  relative_of_perpetrator: [
    [
      'My father wore the Directorate’s cap. He <1:was a gentle man at home|never spoke of that winter|hung it with its badge to the wall>, and I write this after his death.',
      'پدرم کلاه اداره به سر می‌گذاشت. <1:در خانه مرد آرامی بود|هیچ‌وقت از آن زمستان حرف نزد|آن را طوری می‌آویخت که نشانش رو به دیوار باشد> و من این را بعد از مرگش می‌نویسم.',
    ],
  ],
  third_party: [
    [
      'I was <1:abroad as a student|with the army in the south|a child in another valley> and saw nothing; I am a shelf on which others have put things.',
      'من <1:دانشجو و خارج از کشور بودم|در جنوب سرباز بودم|بچه و در درهٔ دیگری بودم> و چیزی ندیدم؛ تاقچه‌ای هستم که دیگران چیزهایی رویش گذاشته‌اند.',
    ],
    [
      'For <1:twenty years I drove the valley bus|thirty years I cut people’s hair in {village}|a long time I sold them their glasses>, and people talk.',
      '<1:بیست سال رانندهٔ اتوبوس دره بودم|سی سال در {village} سلمانی داشتم|سال‌ها به آن‌ها عینک می‌فروختم> و مردم حرف می‌زنند.',
    ],
  ],
  colleague_of_victim: [
    [
      'I taught beside Master Shahpar <1:for two winters|in the upper school|on the days when both of us had chalk>.',
      'من <1:دو زمستان|در مدرسهٔ بالا|روزهایی که هر دو گچ داشتیم> در کنار استاد شهپر درس می‌دادم.',
    ],
    [
      'He and I <1:repaired the sluices|kept the mill’s accounts|cut ice together>, and he was <1:the slower and the better of us|never late|the one who sang>.',
      'من و او با هم <1:دریچه‌ها را تعمیر می‌کردیم|حساب آسیاب را نگه می‌داشتیم|یخ می‌بریدیم> و او <1:کندتر بود و بهتر|هیچ‌وقت دیر نمی‌کرد|کسی بود که آواز می‌خواند>.',
    ],
  ],
  same_organisation_as_perpetrator: [
    [
      'I drew my wages from the Directorate <1:for eleven years|as a surveyor’s boy|until the summer after>, and I have never said so in public.',
      'من <1:یازده سال|به عنوان شاگرد نقشه‌بردار|تا تابستان بعدش> از اداره حقوق می‌گرفتم و هیچ‌وقت جلوی مردم نگفته‌ام.',
    ],
    [
      'There were <1:fourteen|nine|twenty> of us in the office, and each knew <1:his own drawer|what he could bear to|that the others knew>.',
      'در اداره <1:چهارده|نه|بیست> نفر بودیم و هر کس <1:کشوی خودش را می‌شناخت|آن‌قدر می‌دانست که تابش را داشت|می‌دانست که بقیه می‌دانند>.',
    ],
  ],
  medical_provider: [
    [
      'I was the <1:vaccinator of the district|midwife for the three villages|apothecary’s assistant>, and doors were opened to me.',
      'من <1:مایه‌کوب بخش|مامای سه ده|شاگرد داروخانه> بودم و درها به رویم باز می‌شد.',
    ],
    [
      'I will speak of <1:skin and lungs|what bodies showed|temperatures>, not of <1:guilt|names|reasons>; for those there are others.',
      'من از <1:پوست و ریه|آنچه تن‌ها نشان می‌داد|درجهٔ تب> می‌گویم، نه از <1:گناه|اسم‌ها|دلیل‌ها>؛ برای آن‌ها کسان دیگری هستند.',
    ],
  ],
  reporter: [
    [
      'I was sent to report on <1:the price of salt|a lambing record|a bridge>, and came back with <1:this|another notebook|nothing that could be printed>.',
      'مرا فرستادند از <1:قیمت نمک|رکورد زاد و ولد گوسفندان|یک پل> گزارش بنویسم و با <1:این|دفتری دیگر|چیزی که نمی‌شد چاپش کرد> برگشتم.',
    ],
    [
      'These are my notes <1:of the hearing’s second day|as I wrote them on the bus|with the names that I promised to leave out left out>.',
      'این‌ها یادداشت‌های من است، <1:از روز دوم نشست|همان‌طور که در اتوبوس نوشتم|بدون اسم‌هایی که قول دادم ننویسم>.',
    ],
  ],
  lawyer: [
    [
      'I was clerk to a lawyer of the water court, <1:and I copied what he dictated|and carried his bag|and I have kept the duty of silence until its term ended>.',
      'من منشی وکیلی در دادگاه آب بودم <1:و آنچه می‌گفت می‌نوشتم|و کیفش را می‌بردم|و تا پایان مهلت، رازداری کردم>.',
    ],
  ],
  ngo: [
    [
      'The Circle asked me to speak <1:because I can be brief|since I joined it last|for I lost nobody and can keep my voice steady>.',
      'حلقه از من خواست حرف بزنم <1:چون کوتاه حرف می‌زنم|چون آخر از همه آمدم|چون کسی را از دست نداده‌ام و صدایم نمی‌لرزد>.',
    ],
  ],
  same_organisation_as_victim: [
    [
      'I belonged to the <1:Youth Choir of Golmarz|company of ditchers|evening class for adults> that lost <1:three|four|two> of its members.',
      'من از <1:گروه آواز جوانان گل‌مرز|دستهٔ مقنّی‌ها|کلاس شبانهٔ بزرگسالان> بودم که <1:سه|چهار|دو> نفرش را از دست داد.',
    ],
  ],
}
