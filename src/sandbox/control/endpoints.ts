import { postAction } from './action.ts'
import { postClock } from './clock.ts'
import { postCommand } from './command.ts'
import { getCompanies, postCompany } from './company.ts'
import { getConversations, getHome, getUnread, postMessage, postRead } from './conversations.ts'
import type { Endpoint } from './endpoint.ts'
import { deleteFaults, postFaults } from './faults.ts'
import { getFile } from './file.ts'
import { getLedger, getMoments, getTraffic } from './ledger.ts'
import { getOverview } from './overview.ts'
import { postArrive, postDeactivate, postSimulate } from './people.ts'
import { postReplay } from './replay.ts'
import { getCommands, postScopes } from './scopes.ts'
import { getStream } from './stream.ts'
import { getView, postClose, postSubmit } from './submit.ts'

/** path below /_sandbox -> HTTP method -> what it does */
export const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  '': { GET: getOverview },
  '/action': { POST: postAction },
  '/arrive': { POST: postArrive },
  '/clock': { POST: postClock },
  '/close': { POST: postClose },
  '/command': { POST: postCommand },
  '/commands': { GET: getCommands },
  '/companies': { GET: getCompanies },
  '/company': { POST: postCompany },
  '/conversations': { GET: getConversations },
  '/deactivate': { POST: postDeactivate },
  '/faults': { POST: postFaults, DELETE: deleteFaults },
  '/file': { GET: getFile },
  '/home': { GET: getHome },
  '/ledger': { GET: getLedger },
  '/message': { POST: postMessage },
  '/moments': { GET: getMoments },
  '/read': { POST: postRead },
  '/replay': { POST: postReplay },
  '/scopes': { POST: postScopes },
  '/simulate': { POST: postSimulate },
  '/stream': { GET: getStream },
  '/submit': { POST: postSubmit },
  '/traffic': { GET: getTraffic },
  '/unread': { GET: getUnread },
  '/view': { GET: getView },
}
