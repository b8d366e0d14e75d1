package io.patchbay.banner.web;

import io.patchbay.banner.Banners;
import io.patchbay.tenancy.SignedIn;
import io.patchbay.web.NotFoundException;
import io.patchbay.web.PictureAnswer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of banners. */
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
        return PictureAnswer.of(banners.image(id).orElseThrow(NotFoundException::new));
    }
}
