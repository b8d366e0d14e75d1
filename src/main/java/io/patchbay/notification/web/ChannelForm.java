package io.patchbay.notification.web;

import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.notification.setup.NewChannel;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ChannelForm(
        @NotNull(message = "{channel.environment.required}") @Nullable
        UUID environment,

        @NotNull(message = "{channel.type.required}") @Nullable
        ChannelType type,

        @NotBlank(message = "{channel.name.required}") @Size(max = 60, message = "{channel.name.long}")
        String name,

        @NotBlank(message = "{channel.address.required}") @Size(max = 2048, message = "{channel.address.long}")
        String address,

        @Nullable Set<NoticeKind> kinds) {

    public ChannelForm {
        name = name == null ? "" : name.strip();
        address = address == null ? "" : address.strip();
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    }

    NewChannel channel() {
        return new NewChannel(
                new EnvironmentId(Objects.requireNonNull(environment)),
                Objects.requireNonNull(type),
                name,
                address,
                kinds == null ? Set.of() : kinds);
    }

    @Override
    public String toString() {
        return "ChannelForm[" + type + "]";
    }
}
