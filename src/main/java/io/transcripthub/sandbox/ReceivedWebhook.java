package io.transcripthub.sandbox;

/** One delivery that the sandbox took, with the headers of Standard Webhooks as they came. */
public record ReceivedWebhook(String id, String timestamp, String signature, String body) {}
