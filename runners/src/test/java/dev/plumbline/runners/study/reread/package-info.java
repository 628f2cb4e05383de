/** A study that the product does not have, as anyone would add one. */
package dev.plumbline.runners.study.reread;
