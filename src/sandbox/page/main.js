import { showView, startModal } from './modal/modal.js'
import { startClockBar } from './parts/clock-bar.js'
import { startCompany } from './parts/company.js'
import { startConversation } from './parts/conversation.js'
import { startFaults } from './parts/faults.js'
import { startPanels } from './parts/panels.js'
import { startPeople } from './parts/people.js'
import { startPlaces } from './parts/places.js'
import { startTraffic } from './parts/traffic.js'
import { startWaiting } from './parts/waiting.js'
import { onView } from './refresh.js'
import { startSession } from './session.js'
import { startTheme } from './theme.js'

startTheme()
startPanels()
startPeople()
startPlaces()
startClockBar()
startConversation()
startTraffic()
startFaults()
startCompany()
startWaiting()
startModal()
onView(showView)
startSession()
