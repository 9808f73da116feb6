/** A sentence in English and in Persian. `<1:a|b>` is a choice, the same in both; `{village}` and `{kin}` are filled in. */
export type Frame = readonly [en: string, fa: string]
