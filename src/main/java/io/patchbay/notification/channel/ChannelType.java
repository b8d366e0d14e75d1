package io.patchbay.notification.channel;

/** How something is sent; its label stands in the messages under {@code channel.<NAME>}. */
public enum ChannelType {
    EMAIL,
    TEAMS,
    SLACK,
    WEBHOOK
}
