package io.patchbay.catalog.web;

import io.patchbay.catalog.CatalogIcons;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.ui.PictureAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The icons of applications. */
@Controller
class AppIcons {

    private final CatalogIcons icons;

    AppIcons(CatalogIcons icons) {
        this.icons = icons;
    }

    @GetMapping("/catalog/icons/{digest}")
    @Requires(Capability.VIEW_CATALOG)
    ResponseEntity<byte[]> icon(@PathVariable("digest") String digest) {
        return PictureAnswer.of(icons.find(digest).orElseThrow(NotFoundException::new));
    }
}
