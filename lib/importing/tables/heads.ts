import type { TableFieldName } from './fields.ts'

/**
 * What the columns of archives are called, in English and Persian, beside the names of the fields themselves. Words for
 * a language or a calendar in a head ("Title (fa)", «تاریخ شمسی») are read apart from it. Names are parted by `|`.
 */
export const COLUMN_HEADS: Partial<Record<TableFieldName, string>> = {
  id: 'id | record id | record | record number | no | number | identifier | reference | ref | code | accession number | شناسه | شماره | ردیف | کد | شماره ثبت | شماره پرونده | شماره رکورد',
  titles: 'title | name of statement | heading | عنوان | سرنویس',
  abstracts: 'abstract | summary | description | synopsis | چکیده | خلاصه | شرح | توضیحات',
  otherIdentifiers:
    'other identifiers | other id | exhibit number | doi | ark | call number | شناسه های دیگر | شماره مدرک',
  text: 'text | full text | statement | testimony | transcript | account | narrative | body | content | متن | متن کامل | شهادت | روایت | متن شهادت | متن پیاده شده',
  'text.language':
    'language | lang | language of text | language of the statement | زبان | زبان متن | زبان شهادت',
  'text.kind': 'kind of text | text kind | text is | نوع متن',
  translation: 'translation | translated text | ترجمه | متن ترجمه',
  translator: 'translator | translated by | مترجم',
  testimonyType:
    'type | type of testimony | testimony type | kind | kind of testimony | statement type | document type | نوع | نوع شهادت | گونه | گونه شهادت',
  solemnity: 'solemnity | oath | sworn | form of assurance | سوگند | نوع سوگند',
  narrativeForm: 'form | narrative form | form of the narrative | قالب | قالب روایت',
  generation:
    'generation | copy | original or copy | what the archive holds | اصل یا رونوشت | نسخه',
  originalLocation:
    'original location | location of original | where the original is | محل اصل | جای نسخه اصل | محل نگهداری اصل',
  'identity.legalName':
    'witness | witness name | name of witness | name | full name | legal name | interviewee | narrator | speaker | first name | last name | surname | family name | given name | شاهد | نام شاهد | نام | نام و نام خانوادگی | نام خانوادگی | نام کامل | راوی | مصاحبه شونده | گوینده',
  'identity.otherNames':
    'other names | aliases | alias | also known as | aka | نام های دیگر | اسامی دیگر',
  'identity.patronymic':
    'father | father s name | fathers name | name of father | patronymic | نام پدر',
  'identity.nomDeGuerre': 'nom de guerre | code name | نام سازمانی | اسم مستعار سازمانی',
  'identity.birthYear':
    'birth year | year of birth | born | date of birth | birth date | dob | سال تولد | تاریخ تولد | متولد',
  'identity.birthPlace': 'birth place | place of birth | birthplace | محل تولد | زادگاه',
  'identity.sex': 'sex | gender | جنسیت | جنس',
  'identity.occupation': 'occupation | profession | job | شغل | پیشه | حرفه',
  'identity.citizenship': 'citizenship | nationality | تابعیت | ملیت',
  'identity.contact':
    'contact | phone | email | e mail | address of witness | telephone | تماس | راه تماس | تلفن | شماره تماس | نشانی | ایمیل',
  'identity.securityNotes':
    'security | security notes | risk | risks | یادداشت امنیتی | ملاحظات امنیتی | خطر',
  'identity.vulnerabilities': 'vulnerability | vulnerabilities | آسیب پذیری',
  'identity.willingToTestify': 'willing to testify | آماده شهادت | آمادگی برای شهادت',
  'identity.priorAccounts':
    'prior accounts | earlier accounts | previous statements | شهادت های پیشین | روایت های پیشین',
  'identity.exposure': 'exposure | تأثیرپذیری',
  'witness.displayMode':
    'display mode | shown by | anonymity | name shown as | شیوه نمایش نام | نمایش نام',
  'witness.displayName':
    'display name | name shown | pseudonym | public name | نام نمایشی | نام مستعار | نام برای نمایش',
  'knowledge.relation':
    'relation | relation to event | relation to the event | relation to what happened | role of witness | نسبت | نسبت با رویداد | رابطه با رویداد',
  'knowledge.directness':
    'how the witness knows | how they know | directness | knowledge | knows | basis of knowledge | چگونه می داند | شیوه آگاهی | منشأ آگاهی',
  'knowledge.conditions': 'conditions | conditions of observation | شرایط | شرایط دیدن',
  'knowledge.toldBy': 'told by | heard from | به نقل از | از زبان',
  'taking.method':
    'method | collection method | how collected | how taken | روش | روش گردآوری | شیوه گردآوری',
  'taking.dateGiven':
    'date | date given | date of interview | interview date | date of statement | date taken | تاریخ | تاریخ شهادت | تاریخ مصاحبه | تاریخ بیان',
  'taking.dateRecorded': 'date recorded | recorded on | recording date | تاریخ ضبط | تاریخ ثبت',
  'taking.dateReceived':
    'date received | received | received on | accession date | تاریخ دریافت | تاریخ رسیدن',
  'taking.placeGiven':
    'place | place given | place of interview | interview place | location | city | محل | محل مصاحبه | محل شهادت | مکان | شهر | جای مصاحبه',
  'taking.interviewer':
    'interviewer | interviewed by | taken by | collector | مصاحبه گر | مصاحبه کننده | پرسشگر | گردآورنده',
  'taking.organisation':
    'organisation | organization | institution | collected for | سازمان | نهاد | مؤسسه',
  'taking.interpreter': 'interpreter | مترجم شفاهی | مترجم همزمان',
  'taking.interpreterQuality': 'quality of interpretation | interpreter quality | کیفیت ترجمه',
  'taking.othersPresent': 'others present | present | حاضران | دیگر حاضران',
  'taking.recording': 'recording | audio | video | file | ضبط | فایل صوتی | نوار',
  'taking.readBack': 'read back | read back and confirmed | بازخوانی | بازخوانی و تأیید',
  'taking.signed': 'signed | signature | امضا | امضا شده',
  'taking.corrections': 'corrections | corrections by the witness | اصلاحات | اصلاحات شاهد',
  'taking.transcriber': 'transcriber | transcribed by | پیاده کننده | پیاده کننده متن',
  'occasion.title': 'occasion | session | hearing | conference | مناسبت | نشست | جلسه | همایش',
  'occasion.kind': 'kind of occasion | occasion kind | نوع مناسبت',
  'occasion.place': 'place of occasion | occasion place | محل مناسبت',
  'occasion.date': 'date of occasion | occasion date | تاریخ مناسبت',
  'occasion.organisation': 'organiser | occasion organisation | برگزارکننده',
  'source.title':
    'source | source title | collection | publication | fonds | منبع | مجموعه | عنوان منبع',
  'source.kind': 'source kind | kind of source | source type | نوع منبع',
  'source.publisher': 'publisher | newspaper | ناشر | روزنامه',
  'source.affiliation': 'affiliation | affiliation of publisher | وابستگی | وابستگی ناشر',
  'source.author': 'author | creator | نویسنده | پدیدآور',
  'source.date':
    'source date | date of source | date published | published | تاریخ منبع | تاریخ انتشار',
  'source.url': 'url | link | web address | source url | پیوند | لینک | نشانی وب',
  'source.retrievedOn': 'retrieved | retrieved on | accessed | تاریخ بازیابی | تاریخ دسترسی',
  'source.archivedCopy': 'archived copy | نسخه بایگانی شده',
  'source.note': 'source note | note on source | licence | license | rights | یادداشت منبع | حقوق',
  'source.locator': 'locator | page | pages | place in source | صفحه | جای در منبع',
  'about.events': 'event | events | رویداد | رویدادها | واقعه',
  'about.places':
    'places | place of event | places mentioned | where it happened | مکان رویداد | محل رویداد | مکان ها',
  'about.date':
    'date of event | event date | when it happened | تاریخ رویداد | زمان رویداد | تاریخ واقعه',
  people:
    'people | persons | people named | names mentioned | افراد | اشخاص | نام برده ها | افراد نام برده',
  organisations: 'organisations | organizations | organisations named | سازمان ها | نهادها',
  'sensitivity.contentNotes':
    'content notes | content warning | content warnings | warnings | هشدار | هشدار محتوا | یادداشت محتوا',
  'sensitivity.namesLivingPeople':
    'names living people | living people | نام زندگان | نام افراد زنده',
  'sensitivity.exposureAdvice': 'advice | advice to readers | توصیه به خواننده',
  'declarations.namesAllegedPerpetrator':
    'names alleged perpetrator | alleged perpetrator | perpetrator named | نام عامل | عامل ادعایی',
  'declarations.concernsMinor': 'concerns minor | minor | child involved | کودک | زیر سن قانونی',
  'declarations.concernsSexualViolence': 'concerns sexual violence | sexual violence | خشونت جنسی',
  consent: 'consent | رضایت',
  'consents.granted':
    'consent granted for | consents | permissions | رضایت برای | اجازه ها | موارد رضایت',
  'consents.basis': 'consent basis | basis of consent | مبنای رضایت',
  'consents.conditions': 'consent conditions | conditions of consent | شرط رضایت | شرایط رضایت',
  'consents.notBefore': 'consent not before | not before | نه پیش از',
  'consents.givenBy': 'consent given by | رضایت دهنده',
  'consents.method': 'consent method | how consent was given | شیوه رضایت',
  'consents.givenOn': 'consent date | date of consent | consent given on | تاریخ رضایت',
  'consents.language': 'consent language | language of consent | زبان رضایت',
  'consents.evidence': 'consent evidence | consent form | سند رضایت | فرم رضایت',
  'consents.expiresOn': 'consent expires | consent expiry | پایان رضایت',
  'access.audience': 'access | audience | who may read | دسترسی | مخاطبان',
  'access.embargoUntil': 'embargo | embargo until | closed until | بسته تا | تاریخ گشایش',
  'access.basis': 'restriction basis | ground of restriction | مبنای محدودیت',
  'access.note': 'access note | note on access | یادداشت دسترسی',
}

/** Words in a head that name a language; BCP 47 tags are understood as well. */
export const LANGUAGE_HEADS: Record<string, string> = {
  english: 'en',
  en: 'en',
  eng: 'en',
  persian: 'fa',
  farsi: 'fa',
  fa: 'fa',
  per: 'fa',
  fas: 'fa',
  انگلیسی: 'en',
  فارسی: 'fa',
  arabic: 'ar',
  ar: 'ar',
  عربی: 'ar',
  kurdish: 'ckb',
  ckb: 'ckb',
  کردی: 'ckb',
  german: 'de',
  de: 'de',
  french: 'fr',
  fr: 'fr',
}

/** Words in a head that name the calendar of its dates. */
export const CALENDAR_HEADS: Record<string, 'gregorian' | 'solar_hijri' | 'lunar_hijri'> = {
  gregorian: 'gregorian',
  میلادی: 'gregorian',
  solar: 'solar_hijri',
  jalali: 'solar_hijri',
  shamsi: 'solar_hijri',
  hijri: 'solar_hijri',
  شمسی: 'solar_hijri',
  خورشیدی: 'solar_hijri',
  هجری: 'solar_hijri',
  lunar: 'lunar_hijri',
  قمری: 'lunar_hijri',
}
