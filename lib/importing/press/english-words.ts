/** Verbs of saying, in the tenses that reports use. */
export const SAYING = [
  'said|says|say|told|tells|added|adds|stated|states|declared|declares|explained|explains|recalled|recalls',
  'testified|testifies|wrote|writes|noted|notes|insisted|insists|stressed|stresses|emphasi[sz]ed|continued|continues',
  'went on|goes on|concluded|concludes|replied|replies|answered|answers|asked|asks|remarked|observed|argued|argues|warned|warns|claimed|claims',
  'alleged|maintained|reported|announced|announces|admitted|admits|confirmed|acknowledged|recounted|recounts|remembered|remembers',
  'reiterated|pointed out|commented|complained|whispered|shouted|chanted|chant|cried|vowed|pledged|promised|urged|demanded',
  'comments|cautioned|cautions|opined|opines|contended|contends|weighed in|chimed in|(?:shot|fired|hit|snapped|shoots|fires|hits) back|echoed|echoes|elaborated|clarified|advised|ventured|enthused|estimates|estimated|reckons|reckoned|agrees|agreed|theori[sz]ed|hypothesi[sz]ed|speculated|counters|(?<=\\b(?:has|have|had)\\s)written',
  'affirmed|asserted|responded|responds|underlined|underscored|joked|jokes|lamented|tweeted|posted|intervened|began|begins',
  'laughed|laughs|smiled|sighed|sighs|snapped|exclaimed|mused|quipped|reflected|conceded|concedes|countered|protested|suggested|suggests|described|describes|calls|whispers|shouts|cries|mutters|muttered|murmurs|murmured|yells|yelled|grins|grinned|quoted as saying|objected|interjected|mentioned|disclosed|revealed|reveals|predicted|proclaimed|pleaded|begged|repeated|repeats|reads|read|thinks|believes',
].join('|')
/** Verbs and participles by which a narrator holds up somebody's words inside a sentence of his own. */
export const HOLDING_UP =
  'called|calls|labelled|labeled|termed|branded|denounced|denounces|described|describes|dubbed|rejected|rejects|dismissed|dismisses|condemned|condemns|blamed|blames|accused|accuses|criticized|criticised|praised|hailed|welcomed|spoke|speaks|denied|denies|compared|complained|characterized|characterised|decried|slammed|blasted|defended|cited|referred|refers|likened|thanked|deplored|portrayed|summed|worry|worries|worried|fears|feared|hopes|hoped|found it|found them|took issue|takes issue|wondered|wonders|questioned|questions|mocked|mocks|ridiculed|hinted|hints|lauded|hit out|lashed out|ruled|rules|proposed|proposes|offered|wants|wanted|argue|claim|insist|describe|(?<!(?:conference|phone|telephone|video|earnings|roll)\\s)call|warn|fear|hope|accuse|blame|dismiss|reject|denounce|condemn|believe|think(?!\\s+tanks?)|feels|felt|expects|expected|deny|denies|apologi[sz]ed'
export const HOLDING_PARTICIPLE =
  'calling|saying|telling|describing|adding|insisting|warning|accusing|arguing|claiming|suggesting|denouncing|dismissing|branding|stressing|noting|labelling|labeling|declaring|stating|asserting|explaining|citing|writing|recalling|asking|promising|urging|vowing|alleging|blaming|condemning|rejecting|likening|comparing|referring|tweeting|confirming|denying|complaining|concluding|admitting'
/** Verbs that hold up words only with “as”: “sees the move as “a first step””. */
export const HOLDING_AS =
  'views|viewed|sees|saw|regards|regarded|casts|paints|painted|sums up|pitched|pitches|touted|touts|bills|billed'
/** Verbs by which a reporter relays what someone stated as a fact; appeals and comments are the reporter's summary. */
export const RELAYING =
  'said|says|told|tells|stated|states|testified|testifies|recalled|recalls|recounted|recounts|explained|added|declared|claimed|alleged|maintained|insisted|remembered|remembers|wrote|admitted|confirmed'
