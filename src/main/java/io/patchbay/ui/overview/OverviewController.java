package io.patchbay.ui.overview;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.ui.BannerBoard;
import io.patchbay.ui.OverviewSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page that people come to. */
@Controller
class OverviewController {

    /** By which it is remembered, as of a banner, that somebody has put the checklist away. */
    private static final String CHECKLIST = "overview:checklist";

    private final ObjectProvider<OverviewSource> sources;
    private final ObjectProvider<BannerBoard> board;

    OverviewController(ObjectProvider<OverviewSource> sources, ObjectProvider<BannerBoard> board) {
        this.sources = sources;
        this.board = board;
    }

    @GetMapping("/overview")
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String overview(Model model) {
        var parts = sources.stream().flatMap(source -> source.parts().stream()).toList();
        model.addAttribute("page", OverviewPage.of(parts, dismissed()));
        return "ui/overview";
    }

    private boolean dismissed() {
        var known = board.getIfAvailable();
        return known != null && known.posted().dismissed().contains(CHECKLIST);
    }

    @PostMapping("/overview/checklist")
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String dismissChecklist() {
        board.ifAvailable(known -> known.dismiss(CHECKLIST));
        return "redirect:/overview";
    }
}
