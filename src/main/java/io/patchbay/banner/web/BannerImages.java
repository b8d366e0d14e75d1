package io.patchbay.banner.web;

import io.patchbay.banner.Banners;
import io.patchbay.tenancy.SignedIn;
import io.patchbay.web.NotFoundException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of banners, told to browsers as nothing but pictures. */
@Controller
class BannerImages {

    private final Banners banners;

    BannerImages(Banners banners) {
        this.banners = banners;
    }

    /** A picture never changes: another one has another address. */
    @GetMapping("/banners/images/{id}")
    @SignedIn
    ResponseEntity<byte[]> image(@PathVariable("id") UUID id) {
        var picture = banners.image(id).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .body(picture.content());
    }
}
