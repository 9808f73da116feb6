/**
 * Frequent words that are no names and yet sound like a word of the other script (man, من; bad, بد). They are neither
 * looked for in another spelling nor taken for one. Words that are names as well (said, سعید) are left out.
 */
const LATIN = `a about after again all also am an and any are as at back bad ball bar be been bed best better big
bird blood board body book both boy bread bring brother but buy by call came can car care case city cold come cook
could country cow cup cut dad dam dark day dead deal dear death did die do does dog done door down drink drive due each
ear eat else end even ever every eye face fact fall far farm fat fear feel feet few field find fire first fish floor
food foot for four free from full gave get girl give go god gone good got great ground group grow gun had hair half
hand hard has hat have he head hear heart her here high him his hold home horse hot hour house how i if ill in into is
it its job just keep kill kind knew know lady land large last late law lay lead learn leave left leg less let life
light like line little live long look lord lot love low made make man many may me mean meat meet men might mile milk
mind miss money month more most mother move much must my name near need never new next night no none nor not now of off
often old on once one only open or other our out over own paid part pass past pay people place play poor pretty put
ran read ready real red rest rich ride right river road room round run sad same sat saw say school sea see seen sell
send set seven shall she ship shop short should show shut side since sing sister sit six sleep small snow so soft sold
some son song soon sort south stand start stay still stop such sure table take talk tall tell ten than that the their
them then there these they thing think this those though three through till time to today told too took top town tree
true try turn two under until up upon us use very wait walk wall want war warm was watch water way we week well went
were wet what when where which while white who whole whom why wide wife will wind with woman women won wood word work
world would write year yes yet you young your`

const PERSIAN = `آب آخر آدم آمد آمدم آمدند آن آنان آنجا آنها آنکه آیا ابتدا اتاق اثر اجازه احساس اخیر از است اسم اصلا
اضافه اطلاع اکنون اگر اما امروز امکان انجام انسان او اول اولین ای ایشان این اینجا اینکه با بابا باد بار باز باش باشد
باشند باعث بالا باید بچه بد بدن بدون بر برابر برادر برای برد بردن بردند برده بعد بعدی بعضی بلند بله به بهتر بود بودم
بودن بودند بوده بی بیا بین بیرون بیست بیش بیشتر پا پدر پر پس پسر پشت پنج پول پیدا پیش تا تاریخ تازه تحت تر ترس تن تنها تو
توی جا جاده جان جدا جدید جز جمع جنگ جهان جواب چاپ چرا چشم چطور چقدر چند چنین چه چهار چون چی چیز حال حالا حتی حد حدود حرف
حق حکم خاک خانه خاطر خبر خدا خراب خود خودش خودم خوب خوش خون خیلی داخل داد دادم دادن دادند داده دار دارد دارم دارند داشت
داشتم داشتن داشتند دانست در درباره درد درست درون دست دستور دل دم دنبال دنیا ده دو دوباره دوخت دور دوست دوم دید دیدم دیدن
دیدند دیده دیر دیگر دیگری دین دیوار راه رای رسید رفت رفتم رفتن رفتند رفته رنگ رو روز روزی روی زد زدن زدند زده زمان زمین زن
زنان زندگی زود زیاد زیر سال سالن ساعت سایر سبب سپس سخت سر سرد سعی سن سه سوال سوم سوی سی شاید شب شبیه شد شدت شدم شدن شدند شده
شرح شش شما شهر شود شوند صبح صد صدا صورت طرف طور طول عامل عدم عده عکس علت عمر غذا غم غیر فرد فرق فقط قبل قدر قدم قرار قطع
قول کار کارت کامل کجا کرد کردم کردن کردند کرده کس کسی کشت کشته کشور کل کم کمک کن کند کنم کنند کنید کنار که کوچه کی گاه گذشت
گرفت گرفتم گرفتند گرفته گرم گفت گفتم گفتن گفتند گفته گوش لب ما ماده مادر مال ماند ماه مثل محل مدت مدرسه مرا مرد مردم مرگ مرده
مسیر مگر ممکن من مو مورد مهم می میان نام نامه نان نبود نزد نزدیک نشان نشد نظر نمی نه نو نوشت نیز نیست نیمه ها هایی هر هزار هست
هستم هستند هفت هم همان همه همین هنوز هوا هیچ وارد وای وقت وقتی ولی وی یا یاد یعنی یک یکی`

let words: Set<string> | null = null

/** Whether a normalised word is such an ordinary word. */
export function isOrdinaryWord(word: string): boolean {
  words ??= new Set(`${LATIN} ${PERSIAN}`.replaceAll('آ', 'ا').split(/\s+/))
  return words.has(word)
}
