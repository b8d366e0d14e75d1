package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.http.MicrosoftHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GraphClients {

    @Bean
    GraphApi graphApi(MicrosoftHttp http, MicrosoftProperties properties, RestClient.Builder builder, JsonMapper json) {
        var answers = new JacksonJsonHttpMessageConverter(
                json.rebuild().addModule(GraphAnswers.module()).build());
        var client = builder.clone()
                .baseUrl(properties.graph().toString())
                .requestFactory(http.requests())
                .configureMessageConverters(converters -> converters.withJsonConverter(answers))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(GraphApi.class);
    }
}
