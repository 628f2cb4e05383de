/** What travels between stages: requests, fetched bodies and packed pages, each with its coder. */
@NullMarked
package dev.plumbline.transforms.page;

import org.jspecify.annotations.NullMarked;
