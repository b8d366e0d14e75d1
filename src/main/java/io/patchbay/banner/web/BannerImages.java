package io.patchbay.banner.web;

import io.patchbay.banner.content.Banners;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.ui.PictureAnswer;
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
