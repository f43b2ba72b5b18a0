import { connectionsOpen } from './apps.ts'
import { authTest } from './auth.ts'
import { chatDelete, chatPostEphemeral, chatPostMessage, chatUpdate } from './chat.ts'
import { conversationsHistory, conversationsInfo, conversationsOpen } from './conversations.ts'
import { filesComplete, filesGetUrl, filesInfo } from './files.ts'
import type { Method } from './method.ts'
import { usersInfo, usersList } from './users.ts'
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts'

/** Every method there is; any other name is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    'apps.connections.open': connectionsOpen,
    'auth.test': authTest,
    'chat.delete': chatDelete,
    'chat.postEphemeral': chatPostEphemeral,
    'chat.postMessage': chatPostMessage,
    'chat.update': chatUpdate,
    'conversations.history': conversationsHistory,
    'conversations.info': conversationsInfo,
    'conversations.open': conversationsOpen,
    'files.completeUploadExternal': filesComplete,
    'files.getUploadURLExternal': filesGetUrl,
    'files.info': filesInfo,
    'users.info': usersInfo,
    'users.list': usersList,
    'views.open': viewsOpen,
    'views.publish': viewsPublish,
    'views.push': viewsPush,
    'views.update': viewsUpdate,
  }),
)
