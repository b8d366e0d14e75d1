package io.patchbay.notification.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.delivery.SendResult;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.notification.setup.AddressRefusedException;
import io.patchbay.notification.setup.ChannelSetup;
import io.patchbay.notification.setup.Channels;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Notifications. */
@Controller
@RequestMapping("/settings/notifications")
class ChannelsController {

    private static final String PAGE = "/settings/notifications";

    private final Channels channels;
    private final ChannelSetup setup;
    private final MessageSourceAccessor messages;

    ChannelsController(Channels channels, ChannelSetup setup, MessageSourceAccessor messages) {
        this.channels = channels;
        this.setup = setup;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String all(Model model) {
        model.addAttribute("channels", channels.all());
        model.addAttribute("connected", !channels.connected().isEmpty());
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_NOTIFICATIONS));
        return "notification/channels";
    }

    @GetMapping("/new")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String form(Model model) {
        var first = channels.connected().stream().findFirst();
        model.addAttribute(
                "channel",
                new ChannelForm(
                        first.map(one -> one.id().value()).orElse(null),
                        null,
                        "",
                        "",
                        EnumSet.allOf(NoticeKind.class)));
        return formPage(model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String add(
            @Valid @ModelAttribute("channel") ChannelForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (errors.hasErrors()) {
            return formPage(model);
        }
        try {
            var added = setup.add(form.channel());
            redirect.addFlashAttribute("secret", added.secret());
            told(redirect, added.mail(), messages.getMessage("channel.added"));
            return "redirect:" + PAGE + "/channels/" + added.id();
        } catch (AddressRefusedException e) {
            errors.rejectValue("address", e.key());
            return formPage(model);
        }
    }

    @GetMapping("/channels/{id}")
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String channel(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("channel", channels.get(id));
        model.addAttribute("kinds", NoticeKind.values());
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_NOTIFICATIONS));
        return "notification/channel";
    }

    @PostMapping("/channels/{id}/kinds")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String kinds(
            @PathVariable("id") UUID id,
            @RequestParam(name = "kinds", required = false) @Nullable Set<NoticeKind> kinds,
            RedirectAttributes redirect) {
        channels.listenTo(id, kinds == null ? Set.of() : kinds);
        Toasts.success(redirect, messages.getMessage("channel.saved"));
        return "redirect:" + PAGE + "/channels/" + id;
    }

    @PostMapping("/channels/{id}/test")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String test(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        var sent = setup.test(id);
        told(redirect, sent, messages.getMessage("channel.tested", new Object[] {sent.answer()}));
        return "redirect:" + PAGE + "/channels/" + id;
    }

    @PostMapping("/channels/{id}/verification")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String verifyAgain(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        told(redirect, setup.verifyAgain(id), messages.getMessage("channel.verify.sent"));
        return "redirect:" + PAGE + "/channels/" + id;
    }

    @GetMapping("/channels/{id}/delete")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String confirm(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("channel", channels.get(id));
        return "notification/delete";
    }

    @PostMapping("/channels/{id}/delete")
    @Requires(Capability.MANAGE_NOTIFICATIONS)
    String delete(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage("channel.deleted", new Object[] {channels.remove(id)}));
        return "redirect:" + PAGE;
    }

    private void told(RedirectAttributes redirect, @Nullable SendResult sent, String success) {
        if (sent instanceof SendResult.Failed failed) {
            Toasts.failure(redirect, messages.getMessage("channel.failed", new Object[] {failed.answer()}));
        } else {
            Toasts.success(redirect, success);
        }
    }

    private String formPage(Model model) {
        var types = new LinkedHashMap<String, String>();
        types.put("", messages.getMessage("onboarding.country.choose"));
        for (var type : ChannelType.values()) {
            types.put(type.name(), messages.getMessage("channel." + type));
        }
        var environments = new LinkedHashMap<String, String>();
        for (EnvironmentView environment : channels.connected()) {
            environments.put(environment.id().toString(), environment.name());
        }
        model.addAttribute("types", types);
        model.addAttribute("environments", environments);
        model.addAttribute("kinds", NoticeKind.values());
        return "notification/form";
    }
}
