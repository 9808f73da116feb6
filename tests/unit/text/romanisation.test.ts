import { describe, expect, it } from 'vitest'
import { nameKeys, soundsAlike } from '#lib/text/romanisation.ts'

const SAME: [string, string[]][] = [
  ['صادقی', ['Sadeghi', 'Sadeqi']],
  ['صدیقی', ['Sedighi', 'Seddiqi', 'Siddiqi']],
  ['گوهردشت', ['Gohardasht', 'Gowhardasht', 'Gohar Dasht', 'Gauhardasht']],
  ['گوهر دشت', ['Gohardasht', 'Gohar-Dasht']],
  ['عبدالرحمن', ['Abdolrahman', 'Abdorrahman', 'Abd al-Rahman', 'Abdul Rahman']],
  ['خواجه', ['Khajeh', 'Khaje', 'Khwaja']],
  ['مصطفی', ['Mostafa', 'Mustafa']],
  ['موسی', ['Musa', 'Mousa', 'Moosa']],
  ['سعید', ['Saeed', "Sa'id", 'Saeid', 'Said']],
  ['رضایی', ['Rezaei', "Reza'i", 'Rezayi', 'Rezaee']],
  ['کریم‌زاده', ['Karimzadeh', 'Karim Zadeh', 'Karimzade']],
  ['حسین‌پور', ['Hosseinpour', 'Hossein-Pur', 'Husseinpoor']],
  ['شهر ری', ['Shahr-e Rey', 'Shahre Rey', 'Shahr Ray']],
  ['قاسم', ['Ghasem', 'Qasem', 'Ghassem', 'Qassem']],
  ['چنگیز', ['Changiz', 'Tchangiz']],
  ['جمشید', ['Jamshid', 'Djamshid', 'Dschamschid']],
  ['طاهره', ['Tahereh', 'Tahere', 'Tahira']],
  ['فروغ', ['Forough', 'Furugh', 'Foroogh']],
  ['مريم', ['Maryam', 'Mariam']],
  ['میراب بالا', ['Mirab-e Bala', 'Mirab Bala']],
  ['ارومیه', ['Orumiyeh', 'Urmia', 'Ourmia']],
  ['گردیز', ['Gardez', 'Gardiz']],
  ['حاجی خیل', ['Hajikhel', 'Haji Kheyl']],
  ['محمدزاده', ['Mohammadzadeh', 'Mohamad Zade']],
]

const APART: [string, string][] = [
  ['صدیقی', 'Sadeghi'],
  ['صادقی', 'Sedighi'],
  ['صادقی', 'Seddiqi'],
  ['رضا', 'Reza Ahmadi'],
  ['نادر', 'Nadereh'],
  ['حسین', 'Hassan'],
  ['حسن', 'Hossein'],
  ['حمید', 'Hamed'],
  ['کریمی', 'Karamian'],
  ['بهروز', 'Bahram'],
]

describe('one name in two scripts', () => {
  it.each(SAME)('hears %s in its spellings', (persian, spellings) => {
    for (const latin of spellings) {
      expect([latin, soundsAlike(persian, latin)]).toEqual([latin, true])
      expect([latin, soundsAlike(latin, persian)]).toEqual([latin, true])
    }
  })

  it.each(APART)('tells %s from %s', (persian, latin) => {
    expect(soundsAlike(persian, latin)).toBe(false)
    expect(soundsAlike(latin, persian)).toBe(false)
  })

  it('finds each by a key of the other', () => {
    for (const [persian, latin] of [
      ['صادقی', 'sadeqi'],
      ['خرم', 'horram'],
      ['رمضان', 'ramadan'],
      ['عبدالرحمن', 'abdorrahman'],
      ['شنبه', 'shambeh'],
      ['محمدزاده', 'mohammadzadeh'],
      ['عبدالنبی', 'abdonnabi'],
      ['زرنج', 'zarang'],
    ]) {
      const keys = new Set(nameKeys(persian!))
      expect([latin, nameKeys(latin!).some((key) => keys.has(key))]).toEqual([latin, true])
    }
  })

  it('says nothing of one script, of numbers and of other scripts', () => {
    expect(soundsAlike('Reza', 'Riza')).toBe(false)
    expect(soundsAlike('۱۳۶۷', '1367')).toBe(false)
    expect(soundsAlike('', 'Ali')).toBe(false)
    expect(nameKeys('1988')).toEqual([])
    expect(nameKeys('москва')).toEqual([])
  })

  it('takes a word of any length in its stride', () => {
    expect(soundsAlike('ا'.repeat(5_000), 'a'.repeat(5_000))).toBe(false)
    expect(nameKeys('khdhth'.repeat(1_000)).length).toBeLessThanOrEqual(6)
  })
})
