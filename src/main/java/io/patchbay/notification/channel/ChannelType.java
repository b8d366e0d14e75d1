package io.patchbay.notification.channel;

/** How something is sent; its label stands in the messages under {@code channel.<NAME>}. */
public enum ChannelType {
    EMAIL("envelope"),
    TEAMS("microsoft-teams"),
    SLACK("slack"),
    WEBHOOK("code-slash");

    private final String icon;

    ChannelType(String icon) {
        this.icon = icon;
    }

    /** The Bootstrap icon beside it. */
    public String icon() {
        return icon;
    }
}
