/** A manifest like the app's, as parsed YAML. */
export function aManifest(): Record<string, unknown> {
  return {
    display_information: { name: 'Tried App' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'tried' },
      slash_commands: [{ command: '/mentor', description: 'Try', usage_hint: '[join]', should_escape: true }],
    },
    oauth_config: {
      scopes: {
        bot: [
          'commands',
          'chat:write',
          'im:write',
          'mpim:write',
          'users:read',
          'im:history',
          'users:read.email',
          'files:read',
          'files:write',
        ],
        bot_optional: ['im:history', 'users:read.email', 'files:read', 'files:write'],
      },
    },
    settings: {
      event_subscriptions: { bot_events: ['app_home_opened', 'app_uninstalled', 'user_change', 'team_join'] },
    },
  }
}
