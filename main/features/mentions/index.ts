export { mentionHandlers } from './handlers.ts'
export { createMentions, type MentionRequest, type Mentions } from './service.ts'
