package io.patchbay.banner.content;

import io.patchbay.platform.image.Picture;

/** What becomes of a banner's picture when the banner is changed. */
public sealed interface PictureChange {

    /** It stays as it is. */
    record Keep() implements PictureChange {}

    /** It is taken away. */
    record Remove() implements PictureChange {}

    /** Another one takes its place. */
    record Replace(Picture picture) implements PictureChange {}
}
