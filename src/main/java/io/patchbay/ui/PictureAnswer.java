package io.patchbay.ui;

import io.patchbay.platform.image.Picture;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How pictures are sent: told to browsers as nothing but pictures. */
public final class PictureAnswer {

    private static final Duration KEPT = Duration.ofDays(30);

    private PictureAnswer() {}

    /** For addresses whose picture never changes: browsers keep it for a month and do not ask again. */
    public static ResponseEntity<byte[]> of(Picture picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate().immutable())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(picture.content());
    }
}
