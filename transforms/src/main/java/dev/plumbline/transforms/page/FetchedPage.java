package dev.plumbline.transforms.page;

/**
 * A page as the mine sent it.
 *
 * @param request what was asked for
 * @param retries how many requests failed before this answer
 * @param transportBytes how many bytes of response bodies came over the connection for it, before
 *     decompression
 * @param body the whole body, UTF-8 JSON; not copied, so leave it as it is
 */
@SuppressWarnings("ArrayRecordComponent") // a body is megabytes: it is passed on, never compared
public record FetchedPage(PageRequest request, int retries, long transportBytes, byte[] body) {}
