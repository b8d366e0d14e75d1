package io.patchbay.banner.web;

import io.patchbay.banner.content.BannerView;
import io.patchbay.banner.content.Banners;
import io.patchbay.banner.content.PictureChange;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.image.Picture;
import io.patchbay.ui.Banner.Severity;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a banner is written, with its preview. */
@Controller
@RequestMapping("/settings/banners")
class BannerEditor {

    private static final String LIST = "/settings/banners";

    private final Banners banners;
    private final MessageSourceAccessor messages;

    BannerEditor(Banners banners, MessageSourceAccessor messages) {
        this.banners = banners;
        this.messages = messages;
    }

    @GetMapping("/new")
    @Requires(Capability.MANAGE_BANNERS)
    String add(Model model) {
        var first = banners.environments().stream()
                .findFirst()
                .map(environment -> environment.id().value())
                .orElse(null);
        var form = BannerForm.empty(first);
        model.addAttribute("form", form);
        return page(form, null, model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_BANNERS)
    String add(
            @Valid @ModelAttribute("form") BannerForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        var change = checked(form, errors);
        if (!errors.hasErrors()) {
            refusingAnEarlyEnd(errors, () -> {
                var picture = change instanceof PictureChange.Replace(var replacement) ? replacement : null;
                saved(banners.add(form.content(), picture), redirect);
            });
        }
        return errors.hasErrors() ? page(form, null, model) : "redirect:" + LIST;
    }

    @GetMapping("/{id}/edit")
    @Requires(Capability.MANAGE_BANNERS)
    String edit(@PathVariable("id") UUID id, Model model) {
        var banner = banners.get(id);
        var form = BannerForm.of(banner);
        model.addAttribute("form", form);
        return page(form, banner, model);
    }

    @PostMapping("/{id}")
    @Requires(Capability.MANAGE_BANNERS)
    String edit(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") BannerForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        var banner = banners.get(id);
        var change = checked(form, errors);
        if (!errors.hasErrors()) {
            refusingAnEarlyEnd(errors, () -> {
                var version = Objects.requireNonNullElse(form.version(), -1);
                banners.change(id, version, form.content(), change);
                saved(id, redirect);
            });
        }
        return errors.hasErrors() ? page(form, banner, model) : "redirect:" + LIST;
    }

    @PostMapping("/preview")
    @Requires(Capability.MANAGE_BANNERS)
    String preview(@ModelAttribute("form") BannerForm form, BindingResult errors, Model model) {
        show(form, null, model);
        return "banner/preview :: preview";
    }

    private void saved(UUID id, RedirectAttributes redirect) {
        Toasts.success(
                redirect, messages.getMessage("banners.saved." + banners.get(id).state()));
    }

    private static void refusingAnEarlyEnd(BindingResult errors, Runnable change) {
        try {
            change.run();
        } catch (Banners.EndsTooEarlyException e) {
            errors.rejectValue("ends", "banners.ends.tooEarly");
        }
    }

    private static PictureChange checked(BannerForm form, BindingResult errors) {
        form.check(errors);
        try {
            return picture(form);
        } catch (Picture.UnusableException e) {
            errors.rejectValue("image", e.messageKey());
            return new PictureChange.Keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PictureChange picture(BannerForm form) throws IOException {
        if (form.hasImage()) {
            return new PictureChange.Replace(Picture.of(
                    Objects.requireNonNull(form.image()).getBytes(), Banners.PICTURE_WIDTH, Banners.PICTURE_HEIGHT));
        }
        return Boolean.TRUE.equals(form.removeImage()) ? new PictureChange.Remove() : new PictureChange.Keep();
    }

    /** A form whose entries could not all be understood is not in the model itself, only what is wrong with it. */
    private String page(BannerForm form, @Nullable BannerView banner, Model model) {
        var environments = new LinkedHashMap<String, String>();
        banners.environments().forEach(one -> environments.put(one.id().toString(), one.name()));
        model.addAttribute("version", form.version());
        model.addAttribute("zone", form.zone());
        model.addAttribute("removing", Boolean.TRUE.equals(form.removeImage()));
        model.addAttribute("environments", environments);
        model.addAttribute("severities", severities());
        model.addAttribute("image", banner == null ? null : banner.image());
        model.addAttribute("heading", banner == null ? "banners.new" : "banners.edit");
        model.addAttribute("action", banner == null ? LIST : LIST + "/" + banner.id());
        show(form, banner == null ? null : banner.image(), model);
        return "banner/form";
    }

    private void show(BannerForm form, @Nullable UUID image, Model model) {
        var text = form.unfinished(messages.getMessage("banners.preview.title"));
        model.addAttribute("preview", BannerView.preview(text, image));
    }

    private Map<String, String> severities() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Severity.values())
                .forEach(one -> words.put(one.name(), messages.getMessage("tone." + one.tone())));
        return words;
    }
}
