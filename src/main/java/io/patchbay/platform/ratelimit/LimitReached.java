package io.patchbay.platform.ratelimit;

/** Somebody in the current company was refused for the first time in a while, having done something too often. */
public record LimitReached(LimitedAction action) {}
