import type { DemoStatement } from './compose.ts'
import { generateStatements } from './generate.ts'
import { brineHall } from './statements/brine-hall.ts'
import { clerk } from './statements/clerk.ts'
import { daughter } from './statements/daughter.ts'
import { driver } from './statements/driver.ts'
import { gatekeeper } from './statements/gatekeeper.ts'
import { hearing } from './statements/hearing.ts'
import { kite } from './statements/kite.ts'
import { lawyer } from './statements/lawyer.ts'
import { ledger } from './statements/ledger.ts'
import { memoir } from './statements/memoir.ts'
import { nurse } from './statements/nurse.ts'
import { pressReport } from './statements/press-report.ts'
import { romanised } from './statements/romanised.ts'
import { telephone } from './statements/telephone.ts'
import { transcript } from './statements/transcript.ts'
import { weighingRoom } from './statements/weighing-room.ts'

/** Every statement of the demo archive, in the order in which their references are given; always the same. */
export function demoStatements(): DemoStatement[] {
  return [
    ledger,
    brineHall,
    nurse,
    gatekeeper,
    daughter,
    pressReport,
    clerk,
    hearing,
    driver,
    lawyer,
    weighingRoom,
    telephone,
    kite,
    memoir,
    romanised,
    transcript,
    ...generateStatements(),
  ]
}
