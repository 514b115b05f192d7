(* LAW-3: the gradient of a batch does not depend on the order of two neighbours; from one law of addition. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

(* terms added one after another, the terms i and i + 1 exchanged *)
Section Sum.
Variables A T : Type.
Variable plus : A -> T -> A.
Variable start : A.

Fixpoint sum (f : nat -> T) (n : nat) : A := match n with 0 => start | S m => plus (sum f m) (f m) end.
Definition exchanged (g f : nat -> T) i := g i = f (i + 1) /\ g (i + 1) = f i /\ forall k, k <> i -> k <> i + 1 -> g k = f k.
Lemma sum_before g f i n : exchanged g f i -> n <= i -> sum g n = sum f n.
Proof.
  intros E. induction n as [|n IH]; simpl; intros L; [reflexivity|]. destruct E as (_ & _ & others).
  rewrite IH, others by lia. reflexivity.
Qed.
Hypothesis swap : forall a t u, plus (plus a t) u = plus (plus a u) t.
Lemma sum_behind g f i n : exchanged g f i -> i + 2 <= n -> sum g n = sum f n.
Proof.
  intros E. induction n as [|n IH]; intros L; [lia|]. destruct (Nat.eq_dec n (i + 1)) as [second | later].
  - subst n. rewrite (Nat.add_1_r i). simpl. rewrite (sum_before E) by lia. destruct E as (first & second & _).
    rewrite Nat.add_1_r in *. rewrite first, second. apply swap.
  - destruct E as (first & second & others). simpl. rewrite IH, others by lia. reflexivity.
Qed.
End Sum.

Section Order.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* specs/theory/numbers/orderOfAddition.key *)
Hypothesis axiomAddSwap : forall q r s, add (add q r) s = add (add q s) r.

Notation plusScaled := (plusScaled zero add mul).
Notation matPlusScaled := (matPlusScaled zero add mul).
Notation stackPlusScaled := (stackPlusScaled zero add mul).

Lemma plusScaled_swap u c v w : plusScaled (plusScaled u c v) c w = plusScaled (plusScaled u c w) c v.
Proof.
  apply vec_ext with zero; rewrite !len_plusScaled; [reflexivity|]. intros i L. rewrite !at_plusScaled, !len_plusScaled. cases. apply axiomAddSwap.
Qed.
Lemma matPlusScaled_swap M c N P : matPlusScaled (matPlusScaled M c N) c P = matPlusScaled (matPlusScaled M c P) c N.
Proof.
  apply mat_ext; rewrite !rows_matPlusScaled; [reflexivity|]. intros i L. rewrite !row_matPlusScaled, !rows_matPlusScaled. cases. apply plusScaled_swap.
Qed.
Lemma stackPlusScaled_swap S c T U : stackPlusScaled (stackPlusScaled S c T) c U = stackPlusScaled (stackPlusScaled S c U) c T.
Proof.
  apply stack_ext; rewrite !depth_stackPlusScaled; [reflexivity|]. intros i L. rewrite !layer_stackPlusScaled, !depth_stackPlusScaled. cases. apply matPlusScaled_swap.
Qed.

Lemma sumOfWeightGradients_sum W B F kappa loss X Y c n : sumOfWeightGradients zero add mul sigma slope W B F kappa loss X Y c n
  = sum (fun a t => stackPlusScaled a c t) (zerosLikeStack zero W) (fun k => sampleWeightGradientOf zero add mul sigma slope W B F kappa loss (row X k) (row Y k)) n.
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
Lemma sumOfBiasGradients_sum W B F kappa loss X Y c n : sumOfBiasGradients zero add mul sigma slope W B F kappa loss X Y c n
  = sum (fun a t => matPlusScaled a c t) (zerosLikeMat zero B) (fun k => sampleBiasGradientOf zero add mul sigma slope W B F kappa loss (row X k) (row Y k)) n.
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.

(* terms that are made of rows are exchanged with them *)
Lemma exchanged_terms {T} (term : Vec Q -> Vec Q -> T) x2 y2 x y i : exchanged x2 x i -> exchanged y2 y i ->
  exchanged (fun k => term (x2 k) (y2 k)) (fun k => term (x k) (y k)) i.
Proof.
  intros (x_first & x_second & x_others) (y_first & y_second & y_others). unfold exchanged.
  rewrite x_first, x_second, y_first, y_second. repeat split. intros k L L2. rewrite x_others, y_others by assumption. reflexivity.
Qed.

Theorem LAW_3 W B F kappa loss X2 Y2 X Y i :
  rows X2 = rows X -> i + 1 < rows X -> exchanged (row X2) (row X) i -> exchanged (row Y2) (row Y) i ->
  batchWeightGradientOf zero add mul ratio sigma slope W B F kappa loss X2 Y2 = batchWeightGradientOf zero add mul ratio sigma slope W B F kappa loss X Y
  /\ batchBiasGradientOf zero add mul ratio sigma slope W B F kappa loss X2 Y2 = batchBiasGradientOf zero add mul ratio sigma slope W B F kappa loss X Y.
Proof.
  intros R L EX EY. unfold batchWeightGradientOf, batchBiasGradientOf. rewrite R, !sumOfWeightGradients_sum, !sumOfBiasGradients_sum. split.
  - apply sum_behind with i; [intros; apply stackPlusScaled_swap | apply exchanged_terms; assumption | lia].
  - apply sum_behind with i; [intros; apply matPlusScaled_swap | apply exchanged_terms; assumption | lia].
Qed.
End Order.
