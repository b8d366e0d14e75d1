package io.patchbay.ui.layout;

/**
 * How a state looks, beside the word for it.
 *
 * @param tone the tone that the style sheet knows it by
 * @param icon name of a Bootstrap icon, without {@code bi-}
 */
public record StatusStyle(String tone, String icon) {}
