package io.patchbay.banner.web;

import io.patchbay.banner.content.BannerView;
import io.patchbay.banner.content.Banners;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Toasts;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Banners: the list, and what is done with one of them. */
@Controller
@RequestMapping("/settings/banners")
class BannersController {

    private static final String PAGE = "redirect:/settings/banners";
    private static final int HISTORY_SHOWN = 50;

    private final Banners banners;
    private final MessageSourceAccessor messages;

    BannersController(Banners banners, MessageSourceAccessor messages) {
        this.banners = banners;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_BANNERS)
    String all(Model model) {
        var all = banners.all();
        var environments = banners.environments();
        model.addAttribute(
                "current", all.stream().filter(banner -> !banner.ended()).toList());
        model.addAttribute(
                "history",
                all.stream().filter(BannerView::ended).limit(HISTORY_SHOWN).toList());
        model.addAttribute("connected", !environments.isEmpty());
        model.addAttribute(
                "environments", environments.stream().collect(Collectors.toMap(one -> one.id(), one -> one.name())));
        model.addAttribute("mayWrite", Current.may(Capability.MANAGE_BANNERS));
        return "banner/banners";
    }

    @PostMapping("/{id}/end")
    @Requires(Capability.MANAGE_BANNERS)
    String end(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage("banners.ended", new Object[] {banners.end(id)}));
        return PAGE;
    }

    @PostMapping("/{id}/copy")
    @Requires(Capability.MANAGE_BANNERS)
    String copy(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        var copy = banners.duplicate(id);
        Toasts.success(redirect, messages.getMessage("banners.copied"));
        return PAGE + "/" + copy + "/edit";
    }

    @GetMapping("/{id}/delete")
    @Requires(Capability.MANAGE_BANNERS)
    String confirm(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("banner", banners.get(id));
        return "banner/delete";
    }

    @PostMapping("/{id}/delete")
    @Requires(Capability.MANAGE_BANNERS)
    String delete(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage("banners.deleted", new Object[] {banners.delete(id)}));
        return PAGE;
    }
}
